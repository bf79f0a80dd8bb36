# syntax=docker/dockerfile:1

# Installs what package-lock.json lists for production. The lock file pins a Node of its own, on whose
# Unicode tables results depend: that one goes into the image, the Node of this stage only runs npm.
FROM node:24-slim AS install
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund --loglevel=error \
  && mkdir -p /image/bin /image/data \
  && cp node_modules/node/bin/node /image/bin/node \
  && rm -rf node_modules/node node_modules/.bin \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

# No shell, no package manager, no Node but the pinned one.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=install /image/bin/node /usr/local/bin/node
COPY --from=install --chown=65532:65532 /image/data /data
COPY --from=install /app/node_modules /app/node_modules
COPY package.json LICENSE /app/
COPY lexicons /app/lexicons
COPY claims /app/claims
COPY corpus/sources.csv /app/corpus/sources.csv
COPY workers /app/workers
COPY src /app/src

ENV NODE_ENV=production \
  TITRATE_ROOT=/data \
  TITRATE_METRICS_HOST=0.0.0.0 \
  TITRATE_METRICS_PORT=9464
USER 65532:65532
WORKDIR /data
EXPOSE 9464 9465 9466
# The three parts of `titrate worker`: ingest, tag, report. A container with --only some has a check of its own.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["/usr/local/bin/node", "-e", "const port = Number(process.env.TITRATE_METRICS_PORT); Promise.all([0, 1, 2].map((part) => fetch(`http://127.0.0.1:${port + part}/health`))).then((all) => process.exit(all.every(({ ok }) => ok) ? 0 : 1), () => process.exit(1))"]
# SIGTERM lets what runs end: the program handles it itself.
STOPSIGNAL SIGTERM
ENTRYPOINT ["/usr/local/bin/node", "/app/src/cli/main.ts"]
CMD ["worker"]
