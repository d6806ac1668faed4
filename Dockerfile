# The mailbox as an image: docker build -t shuji .
# Everything of an installation (configuration, key, database, backups) is in the volume /data:
#   docker run --rm -it -v shuji:/data shuji init
#   docker run -d --name shuji --restart unless-stopped -v shuji:/data shuji
FROM python:3.13-slim AS build
COPY requirements.lock /tmp/
RUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir --no-compile --require-hashes -r /tmp/requirements.lock
COPY bot /app/bot
COPY handlers /app/handlers
COPY storage /app/storage
COPY sandbox /app/sandbox
RUN /opt/venv/bin/python -m compileall -q /opt/venv/lib /app

FROM python:3.13-slim
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin shuji && install -d -o shuji -m 0700 /data
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
COPY LICENSE /app/
# SHUJI_CALLED: what hints tell people to type; it works whether the container "shuji" runs or not.
# PYTHONSAFEPATH: only the packages in /app by their names, whatever lies in the folder where it is started.
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONPATH=/app \
    PYTHONSAFEPATH=1 \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    SHUJI_CONFIG=/data/config.toml \
    SHUJI_CALLED="docker run --rm -it -v shuji:/data shuji"
USER shuji
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=10s --start-period=30s --retries=3 \
    CMD ["python", "-m", "bot", "health"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
