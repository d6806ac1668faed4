"""The bots that are measured, each in a process of its own: ``python -m tests.benchmarks.bots KIND PORT FOLDER``."""

from __future__ import annotations

import asyncio
import logging
import sys
from pathlib import Path

TOKEN = "1:BENCH"
GROUP = -1001


def ours(port: int, folder: Path) -> None:
    """The mailbox as ``shuji run`` puts it together, at no pace but its own; every commit on the disk."""
    import structlog  # noqa: PLC0415 - each bot loads only what it needs

    from bot.assembly import assemble  # noqa: PLC0415
    from bot.flow.pace import FREE  # noqa: PLC0415
    from bot.running import run  # noqa: PLC0415
    from bot.settings import load_settings  # noqa: PLC0415
    from storage.sealing import Sealer  # noqa: PLC0415

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    config = folder / "config.toml"
    config.write_text(
        f"""[telegram]
token = "{TOKEN}"
base_url = "http://127.0.0.1:{port}/bot"
[[units]]
code = "HQ"
name = "集团公司"
telegram_group = {GROUP}
[health]
listen = ""
""",
        "utf-8",
    )

    async def go() -> None:
        settings = load_settings(config)
        key = settings.mailbox.key_file
        program = await assemble(settings, Sealer.load(key) if key.exists() else Sealer.create(key), pace=FREE)
        await run(program, lambda: settings)

    asyncio.run(go())


def stock_ptb(port: int, _: Path) -> None:
    """An echo on python-telegram-bot as its documentation shows it."""
    from telegram import Update  # noqa: PLC0415
    from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters  # noqa: PLC0415

    async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None:
            await update.message.reply_text(update.message.text or "")

    url = f"http://127.0.0.1:{port}/bot"
    application = ApplicationBuilder().token(TOKEN).base_url(url).concurrent_updates(False).build()
    application.add_handler(MessageHandler(filters.ALL, echo))
    application.run_polling()


def aiogram_echo(port: int, _: Path) -> None:
    """An echo on aiogram as its documentation shows it."""
    from aiogram import Bot, Dispatcher  # noqa: PLC0415
    from aiogram.client.session.aiohttp import AiohttpSession  # noqa: PLC0415
    from aiogram.client.telegram import TelegramAPIServer  # noqa: PLC0415
    from aiogram.types import Message  # noqa: PLC0415

    async def go() -> None:
        bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(f"http://127.0.0.1:{port}")))
        dispatcher = Dispatcher()

        @dispatcher.message()
        async def echo(message: Message) -> None:
            await message.answer(message.text or "")

        await dispatcher.start_polling(bot)

    asyncio.run(go())


KINDS = {"ours": ours, "ptb": stock_ptb, "aiogram": aiogram_echo}

if __name__ == "__main__":
    KINDS[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
