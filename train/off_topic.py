"""Texts that have nothing to do with dance, for training to know what the vocabulary does not cover.

A grammar of its own: sentences and search queries with slots, loose strings of the same words, and a family that uses
movement words in other senses (`OTHER_SENSES`). It borrows from captions what is not movement ("a woman", "slowly",
"first ..., then ...", "on the left"), or else these little words alone would tell a dance.

What it does not know: other languages, nonsense, names of people and of works, stops and question marks, which captions
lack too, and people who do things with their bodies that are not in the vocabulary. `train/bench/texts.json`, which
judges what was learned, shares no text with what can be composed here.
"""

import re

import numpy as np

_LISTS = {
    "food": """leek, walnut, cheddar, paprika, ravioli, marzipan, cabbage, yoghurt, trout, cinnamon, porridge, mango,
        risotto, mustard, waffle, aubergine, custard, omelette, ginger, sausage, apricot, broth, pancake, rhubarb,
        saffron, spinach, lasagne, raspberry, oatmeal, sherry, gravy, cauliflower, honey, vanilla, lemonade""",
    "device": """kettle, projector, router, scanner, dishwasher, microphone, radiator, fridge, modem, toaster, tumble
        dryer, telescope, generator, microwave, lawnmower, smartwatch, boiler, loudspeaker, sewing machine, webcam,
        satellite dish, game console, alarm clock, air conditioner, doorbell, smoke detector, photocopier""",
    "software": """spreadsheet, web browser, compiler, firewall, antivirus, video player, plugin, search engine,
        mail client, container image, billing system, weather simulation, photo editor, payroll program, chatbot,
        device driver, word processor, password manager, bookkeeping app, chess engine, virtual desktop""",
    "market": """copper, wheat, crude oil, cotton, steel, natural gas, soybeans, timber, rubber, cocoa, electricity,
        sugar, cement, maize, aluminium, palm oil, fertiliser, diesel, silver, real estate""",
    "person": """auditor, librarian, chemist, judge, mayor, editor, pharmacist, insurer, bishop, trustee, surveyor,
        economist, novelist, translator, curator, beekeeper, senator, apprentice, nurse, architect, lawyer, historian,
        biologist, cashier, journalist, ambassador, optician, notary, programmer, widow, professor, grocer""",
    "someone": "a person, a woman, a man, someone, she, he, the person, the woman, my neighbour, our aunt, everybody",
    "document": """deed, receipt, lease, manuscript, prescription, budget, questionnaire, timetable, certificate,
        blueprint, encyclopedia, petition, catalogue, affidavit, syllabus, newsletter, warranty, ledger, brochure,
        diary, tax return, obituary, patent, menu, dictionary, crossword, biography, subscription, cookbook""",
    "place": """Norway, Cairo, Peru, Kyoto, Dublin, Alaska, Naples, Nigeria, Montreal, Seville, Bavaria, Jakarta,
        Tasmania, Warsaw, Texas, Glasgow, Croatia, Bombay, Nebraska, Oslo, Kenya, Lyon, Siberia, Manchester, Prague""",
    "topic": """taxation, astronomy, grammar, genetics, insurance, nutrition, theology, logistics, accounting,
        archaeology, democracy, calculus, geology, copyright, diplomacy, immigration, literacy, statistics, botany,
        jealousy, patience, nostalgia, cryptography, ethics, bankruptcy, recycling, journalism, adoption, irrigation,
        housing, loneliness, medieval law, organic chemistry, public transport, data protection, interior design""",
    "ailment": """migraine, eczema, asthma, measles, diabetes, heartburn, insomnia, tonsillitis, anaemia, bronchitis,
        food poisoning, sunburn, toothache, malaria, pneumonia, chickenpox""",
    "substance": """ammonia, zinc, graphite, ethanol, chlorine, helium, nitrogen, quartz, limestone, nickel, benzene,
        iodine, tungsten, plaster, glycerine, magnesium, lead oxide, seawater, bleach, resin, uranium, chalk""",
    "creature": """badger, heron, beetle, tortoise, hamster, magpie, sparrow, wasp, lizard, camel, lobster, hedgehog,
        oyster, parrot, moth, ferret, orchid, fern, daffodil, thistle, lavender bush, cherry tree, tulip, mushroom""",
    "weather": "drizzle, sleet, frost, sunshine, drought, hail, haze, blizzard, mist, rain, snow, smog, cloud, storm",
    "thing": """bucket, lantern, cushion, hammer, pillow, bottle, mirror, carpet, violin, blanket, padlock, notebook,
        screwdriver, saucepan, vase, corkscrew, jar, tractor, bookshelf, curtain, pencil, basket, wallet, raincoat,
        bathtub, necklace, suitcase, lampshade, rug, mattress, stapler, tent, fountain pen, flowerpot, tablecloth""",
    "adjective": """cheap, rusty, municipal, digital, edible, striped, transparent, expensive, obsolete, wooden,
        fragile, confidential, bilingual, ripe, toxic, vacant, anonymous, ceramic, nuclear, alkaline, overdue,
        provincial, ambiguous, handmade, illegal, dusty, temporary, fictional, tropical, refundable, Victorian""",
    "manner": "slow, quick, sudden, heavy, light, tiny, huge, soft, gentle, sharp, big, small, smooth, fast, delicate",
    "slowly": "slowly, quickly, suddenly, smoothly, gently, heavily, slightly, gradually, twice, three times, at last",
    "decides": """approves, forgets, translates, complains about, refuses, recommends, misreads, cancels, orders,
        studies, regrets, inherits, sells, describes, mistrusts, renews, questions, photocopies, loses, mentions,
        pays for, remembers, ignores, criticises, admires, files, proofreads, sues over, understands, defends""",
    "decays": """corrodes, evaporates, melts, expires, ripens, depreciates, ferments, dissolves, hardens, overheats,
        thaws, crystallises, smells, burns, rots, glows""",
    "when": """in 1847, last winter, before Easter, next Wednesday, in the sixties, since the war, at midnight, this
        quarter, every Friday, by the end of May, during the holidays, in late August, after the elections, so far""",
    "complaints": "complaints, lawsuits, resignations, burglaries, nostalgia, layoffs, price cuts, donations, refunds",
}
WORDS = {slot: tuple(" ".join(entry.split()) for entry in entries.split(",")) for slot, entries in _LISTS.items()}
"""What each slot can hold. No word of movement is among them, nor in `TEMPLATES`; only in `OTHER_SENSES`."""

TEMPLATES = (
    "{food} and {food} soup", "how many calories are in {food}", "{adjective} {food} delivery in {place}",
    "roast the {food} with {food} and a pinch of {food}", "first the {food}, then the {food}", "{topic} for beginners",
    "introduction to {topic} and {topic}", "history of {topic} in {place}", "museum of {topic}, {place}",
    "the {person} {decides} the {document}", "the {person} {slowly} {decides} the {adjective} {document} {when}",
    "{someone} {decides} a {adjective} {thing}", "{someone} {slowly} {decides} the {document} of the {person}",
    "{someone} {decides} the {document}, then {decides} the {thing}", "{someone} is worried about {topic}",
    "{someone} has {ailment} and asks the {person} for {substance}", "{adjective} {thing}", "a {manner} {thing}",
    "the {adjective} {thing} on the left", "second {device} from the right", "{thing} or {thing}",
    "{adjective} {device} under fifty euros", "where can i buy a {adjective} {thing}", "{device} not working",
    "is the {device} still under guarantee", "{software} cannot connect to the {device}", "{software} licence renewal",
    "uninstall the {adjective} {software} {when}", "treatment of {ailment} and {ailment}", "{ailment} {when}",
    "does {substance} help against {ailment}", "{substance} {decays} {slowly} in {substance}", "density of {substance}",
    "the {food} {decays} {when}", "{manner} {weather} over {place}", "{weather} in {place} {when}",
    "{person} wanted in {place}", "{place} elects a {adjective} {person}", "train tickets from {place} to {place}",
    "a poem about {weather} and a {adjective} {creature}", "what does a {creature} eat",
    "photograph of a {creature} in {place}",
    "{market} prices in {place} {when}", "why is {market} so expensive", "{place} exports {market} and {market}",
    "the {document} is {adjective}", "please print the {document} for the {person}", "{topic}", "{thing}", "{food}",
)  # fmt: skip

OTHER_SENSES = (
    "the price of {market} jumps {when}", "{market} futures slide, {market} swings", "{market} shares drop {slowly}",
    "a wave of {complaints} in {place}", "turn on the {device}", "turn down the {device} {when}",
    "running {software} on a {device}", "the {software} freezes {when}", "step four of the {document}",
    "a {manner} rise in {ailment}", "{topic} campaign kicks in {when}", "the {document} points to {topic}",
    "the {person} raises a question about the {document}", "{software} rolled out in {place}", "skip the {document}",
    "{food} shake with {food}", "stamp on the {document}", "a leap in {topic} funding",
    "arguments that sway the {person}",
    "pop-up {food} stall in {place}", "strike over {topic} in {place}", "balance of the {topic} fund",
    "tap into {topic} grants", "back issue of the {document}", "{place} walks out of {topic} talks",
    "the {person} pushes for {topic}", "hip {food} bars in {place}", "{weather} hits {place}, {market} stretched thin",
)  # fmt: skip
"""Words of movement that mean something else."""

LONGEST_FRAGMENT = 5
_NOT_LOOSE = ("someone", "manner", "slowly")
LOOSE = tuple(sorted({word for slot, words in WORDS.items() if slot not in _NOT_LOOSE for word in words}))
"""What fragments are strung from; "slow" or "someone" alone might be said of a dance."""


def off_topic(rng: np.random.Generator, count: int) -> list[str]:
    """`count` texts, the same for the same rng: of ten about six say or ask something, two mislead, two are loose."""
    return [_one(rng, float(rng.random())) for _ in range(count)]


def _one(rng: np.random.Generator, luck: float) -> str:
    if luck < 0.2:
        return " ".join(_pick(rng, LOOSE) for _ in range(int(rng.integers(1, LONGEST_FRAGMENT + 1))))
    return _compose(rng, _pick(rng, OTHER_SENSES if luck < 0.4 else TEMPLATES))


def _compose(rng: np.random.Generator, template: str) -> str:
    """The template with its slots filled, and "an" where English wants it."""
    text = re.sub(r"{(\w+)}", lambda slot: _pick(rng, WORDS[slot[1]]), template)
    return re.sub(r"\ba(?= [aeiouAEIO])", "an", text)


def _pick(rng: np.random.Generator, options: tuple[str, ...]) -> str:
    return options[int(rng.integers(len(options)))]
