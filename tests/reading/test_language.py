"""Languages are told apart, and doubt falls to English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading import identify_language

SENTENCES = {
    "Amharic": "በአዲስ አበባ በደረሰ ፍንዳታ አስር ሰዎች ሞቱ",
    "Arabic": "قُتل عشرة أشخاص على الأقل في انفجار سيارة مفخخة في بغداد، حسبما قالت الشرطة.",
    "Chinese": "据当地警方称,周五在喀布尔发生的爆炸造成至少十人死亡,多人受伤。",
    "English": "At least ten people were killed in a bombing in Kabul on Friday, police said.",
    "French": "Au moins dix personnes ont été tuées dans une attaque menée dans le nord du pays, selon l'armée.",
    "German": "Bei einem Anschlag in Kabul sind mindestens zehn Menschen getötet worden, wie die Polizei mitteilte.",
    "Hausa": "Akalla mutane goma ne suka mutu a wani hari da yan bindiga suka kai a jihar Zamfara, in ji yan sanda.",
    "Hebrew": "עשרה בני אדם נהרגו בפיצוץ בבגדאד",
    "Hindi": "पुलिस ने बताया कि काबुल में हुए विस्फोट में कम से कम दस लोग मारे गए।",
    "Indonesian": "Sedikitnya sepuluh orang tewas dalam serangan yang dilakukan oleh kelompok itu, kata polisi ini.",
    "Japanese": "カブールで爆発があり、少なくとも10人が死亡したと警察が発表した。",
    "Korean": "카불에서 폭발이 발생해 최소 10명이 숨졌다고 경찰이 밝혔다.",
    "Persian": "دست‌کم ده نفر در انفجاری در کابل کشته شدند، پلیس گفت که چندین نفر زخمی شده‌اند.",
    "Portuguese": "Pelo menos dez pessoas foram mortas em um ataque no norte de Moçambique, segundo a polícia.",
    "Russian": "По меньшей мере десять человек погибли в результате взрыва в Махачкале, сообщили в полиции.",
    "Somali": "Ugu yaraan toban qof ayaa ku dhimatay qarax ka dhacay Muqdisho, sida ay sheegtay booliska ee magaalada.",
    "Spanish": "Al menos diez personas murieron en un ataque en el norte de Colombia, según las autoridades.",
    "Swahili": "Watu kumi waliuawa katika shambulio la watu wenye silaha kaskazini mwa nchi hiyo, polisi alisema.",
    "Turkish": "Diyarbakır'da en az on kişi öldü ve çok sayıda kişi yaralandı; bir örgüt için operasyon oldu.",
    "Ukrainian": "Щонайменше десять людей загинули внаслідок вибуху в Києві, повідомила поліція.",
    "Urdu": "کوئٹہ میں دھماکے کے نتیجے میں کم از کم دس افراد جاں بحق ہو گئے ہیں، پولیس نے بتایا۔",
}  # fmt: skip


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_in_its_language(language: str) -> None:
    assert identify_language(SENTENCES[language]) == language


@pytest.mark.parametrize("text", ["", "37", "QUETTA", "Mogadishu blast kills 10", "Rio de Janeiro: 64 dead", "— … !"])
def test_short_or_doubtful_latin_text_is_english(text: str) -> None:
    assert identify_language(text) == "English"


def test_foreign_names_and_a_foreign_quote_leave_a_dispatch_english() -> None:
    text = (
        "BOGOTA — Fighters of the Fuerzas Armadas Revolucionarias de Colombia, Ejército del Pueblo, shouted "
        "“por la paz de los pueblos” as they left San José del Guaviare. Witnesses said that 10 were hurt. حركة الشباب"
    )
    assert identify_language(text) == "English"


def test_prose_in_a_language_that_is_not_known_is_not_taken_for_english() -> None:
    assert identify_language("mpfuka xitsotso nkarhi vukosi ndlela " * 12) == "an unknown language"


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert identify_language(text)
