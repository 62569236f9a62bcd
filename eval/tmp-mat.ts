import { givenCases } from './guard-corpus.ts';
const only = process.argv.slice(2);
for (const [id, g] of givenCases()) if (only.includes(id)) { console.log(`\n## ${id} [${g.role}] types=${g.types} names=${g.names}\nV: ${g.material.verdict}`); g.material.reasons.forEach((r,i)=>{ const f = g.rules[i]!; console.log(`${i+1} ${r.rule} (${f.effect} ${f.outcome} ${f.weight}): ${r.says}\n     ${r.known.map(k=>k.fact+(k.quote?` “${k.quote}”`:'')).join('; ')}`)}); }
