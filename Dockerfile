FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production
ENV ROLEFIT_DATA_DIR=/data
# Metrics, /healthz and /readyz, inside the container alone unless ROLEFIT_METRICS_HOST says otherwise.
ENV ROLEFIT_METRICS_PORT=9464
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json manifest.yml ./
COPY knowledge ./knowledge
COPY prompts ./prompts
COPY src ./src
COPY scripts/build.ts scripts/learn.ts ./scripts/
RUN node scripts/build.ts && node scripts/learn.ts
RUN mkdir /data && chown node:node /data && chmod 0700 /data
USER node
# Documents, where no DATABASE_URL is set. Nothing else is written to.
VOLUME /data
# HTTP only; over Socket Mode nothing listens.
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 CMD ["node", "dist/health-check.js"]
CMD ["node", "dist/main.js"]
