import { readFileSync } from 'node:fs';

/** The time of processors that a process took; the kernel counts it in hundredths of a second. */
export function processorMs(pid: number): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = rest.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** A figure of the kernel's about a process; its kB are 1,024 bytes, our MB a million. */
export function megabytes(pid: number, figure: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return (Number(new RegExp(`${figure}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1_024) / 1e6;
}
