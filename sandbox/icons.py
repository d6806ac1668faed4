"""What a topic can look like: six colours, and the pictures that Telegram offers to everyone."""

from __future__ import annotations

from sandbox.records import Json

COLOURS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)
_OFFERED = """
📰 💡 ⚡️ 🎙 🔝 🗣 🆒 ❗️ 📝 📆 📁 🔎 📣 🔥 ❤️ ❓ 📈 📉 💎 💰 💸 🪙 💱 ⁉️ 🎮 💻 📱 🚗 🏠 💘
🎉 ‼️ 🏆 🏁 🎬 🎵 🔞 📚 👑 ⚽️ 🏀 📺 👀 🫦 🍓 💄 👠 ✈️ 🧳 🏖 ⛅️ 🦄 🛍 👜 🛒 🚂 🛥 🏔 🏕 🤖
🪩 🎟 🏴‍☠️ 🗳 🎓 🔭 🔬 🎶 🎤 🕺 💃 🪖 💼 🧪 👨‍👩‍👧‍👦 👶 🤰 💅 🏛 🧮 🖨 👮‍♂️ 🩺 💊 💉 🧼 🪪 🛃 🍽 🐟
🎨 🎭 🎩 🔮 🍹 🎂 ☕️ 🍣 🍔 🍕 🦠 💬 🎄 🎃 ✍️ ⭐️ ✅ 🎖 🤡 🧠 🦮 🐈
"""
ICONS = {str(5_312_000_000_000_000_001 + place): emoji for place, emoji in enumerate(_OFFERED.split())}
"""Emoji by the id of the custom emoji that shows it."""


def stickers() -> list[Json]:
    """The Bot API's Stickers of ``getForumTopicIconStickers``."""
    return [
        {
            "file_id": f"CAACAgIicon{place:04d}",
            "file_unique_id": f"AgADicon{place:04d}",
            "type": "custom_emoji",
            "width": 100,
            "height": 100,
            "is_animated": True,
            "is_video": False,
            "emoji": emoji,
            "set_name": "Topics",
            "custom_emoji_id": icon,
        }
        for place, (icon, emoji) in enumerate(ICONS.items())
    ]
