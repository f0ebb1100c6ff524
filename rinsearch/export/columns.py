"""The flat columns of each register: name, type, what it holds. New ones are added at the end, none is ever renamed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rinsearch.export.cells import TOOK_BACK, Column, Kind, codes, link_to, status_of, text, typed
from rinsearch.export.council_columns import COUNCILS, EVIDENCE, PAPER, SESSION, VOTE
from rinsearch.records import Status

DECISIONS = (
    text("id", "id of the decision"),
    text(
        "municipality_code",
        "SURS code of the municipality whose council it is; empty: sent to many",
        "municipality.code",
    ),
    text("municipality", "its name", "municipality.name"),
    codes("addressee_codes", "SURS codes of the municipalities that it was sent to", "addressees"),
    text("plan", "id of the regional plan; empty: about something else, or open"),
    text("object", "plan, summary, draft, report or other"),
    Column("status", Kind.TEXT, status_of, f"{', '.join(Status)}, or {TOOK_BACK}"),
    typed("reported", Kind.BOOLEAN, "whether another's paper tells of it"),
    typed("inferred", Kind.BOOLEAN, "whether region or period follow from the rest of the paper"),
    text("about", "what it is about, in the paper's words"),
    typed("date", Kind.DATE, "day of the decision"),
    *SESSION,
    *VOTE,
    text("remarks", "remarks and conditions"),
    *EVIDENCE,
    *PAPER,
)
MEASURES = (
    text("id", "id of the measure"),
    text("plan", "id of the regional plan"),
    text("number", "number of the measure, as written"),
    text("text", "the measure"),
    text("priority", "number of its priority"),
    text("goal", "its goal"),
    text("target_groups", "ids of the target groups that it names"),
    text("inherited_groups", "ids of groups that only its priority names", "inherited"),
    codes("municipality_codes", "SURS codes of the municipalities that it names", "municipalities"),
    text("providers", "who carries it out"),
    text("deadline", "until when, as written"),
    typed("until", Kind.DATE, "the last day of the deadline, where there is one"),
    text("funding", "who pays, as written"),
    typed("amount", Kind.NUMBER, "amount of money, in euros"),
    text("indicator", "how it is measured"),
    *EVIDENCE,
    *PAPER,
)
DOCUMENTS = (
    text("id", "id of the document"),
    text("source", "its file; member of an archive behind !/"),
    text("kind", "plan, memo, agenda, minutes, decision, letter, report, regulation or other"),
    text("title", "its title"),
    typed("date", Kind.DATE, "its date"),
    text("issuer_code", "SURS code of the municipality that issued it", "issuer.code"),
    text("issuer", "its name", "issuer.name"),
    text("url", "where it was found on the web"),
    Column("link", Kind.LINK, lambda each: link_to(each.source, None), "the file, to click on"),
)
PLANS = (
    text("id", "id of the plan"),
    text("region", "id of the region"),
    text("period", "years, as in 2017-2020"),
    text("title", "its title"),
    text("source", "its own document, where the index holds it", "document.source"),
    text("earlier", "id of the plan of the same region before it"),
    text("later", "id of the plan of the same region after it"),
    typed("documents", Kind.INTEGER, "how many papers speak of it"),
    typed("took_note", Kind.INTEGER, "how many councils of its region took note of it"),
    typed("councils", Kind.INTEGER, "how many councils its region has"),
    typed("measures", Kind.INTEGER, "how many measures it has"),
)
PRIORITIES = (
    text("plan", "id of the plan"),
    text("number", "number of the priority, as written"),
    text("title", "its title"),
    text("target_groups", "ids of the target groups that it names"),
    *EVIDENCE,
    *PAPER,
)
GROUPS = (
    text("id", "id of the target group"),
    text("parent", "id of the group that it is part of"),
    text("label_sl", "its name"),
    text("label_en", "its name in English"),
    typed("documents", Kind.INTEGER, "how many documents speak of it"),
)
MUNICIPALITIES = (
    text("code", "SURS code of the municipality"),
    text("name", "its name"),
    text("region", "id of its region"),
    typed("documents", Kind.INTEGER, "how many documents it issued"),
)
PASSAGES = (
    text("id", "id of the passage: <document>.<number>"),
    Column("document", Kind.TEXT, lambda each: each.id.partition(".")[0], "id of the document"),
    typed("page", Kind.INTEGER, "page on which it begins, from 1"),
    text("kind", "heading, paragraph, item or row"),
    text("section", "the headings above it"),
    text("text", "its text, repaired"),
)


def _of_passage(column: Column) -> Column:
    return Column(column.name, column.kind, lambda hit: column.of(hit.passage), column.about)


HITS = (
    *map(_of_passage, PASSAGES),
    typed("score", Kind.NUMBER, "how well it answers; comparable within one search only"),
    text("source", "file of the document", "document.source"),
    text("document_kind", "kind of the document", "document.kind"),
    text("issuer", "municipality that issued it", "document.issuer.name"),
    typed("document_date", Kind.DATE, "its date", "document.date"),
    Column("link", Kind.LINK, lambda hit: link_to(hit.document.source, hit.passage.page), "file and page, to click on"),
)
TAGS = (
    text("passage", "id of the passage"),
    text("label", "municipality, target_group, plan, decision, vote, date …"),
    text("value", "SURS code, id or canonical form"),
    typed("start", Kind.INTEGER, "first character in the passage's text, from 0"),
    typed("end", Kind.INTEGER, "character behind the last"),
    text("quote", "the words"),
    text("rule", "name of the rule that found it"),
)
PAIRS = (
    text("fate", "kept, changed, new or dropped"),
    typed("likeness", Kind.NUMBER, "of words, groups and providers, from 0 to 1"),
    text("before_number", "number of the measure in the earlier plan", "before.number"),
    text("before_text", "the measure in the earlier plan", "before.text"),
    text("before_groups", "ids of its target groups", "before.target_groups"),
    text("before_source", "file of the earlier plan", "before.document.source"),
    typed("before_page", Kind.INTEGER, "page of the measure in it", "before.evidence.page"),
    text("after_number", "number of the measure in the later plan", "after.number"),
    text("after_text", "the measure in the later plan", "after.text"),
    text("after_groups", "ids of its target groups", "after.target_groups"),
    text("after_source", "file of the later plan", "after.document.source"),
    typed("after_page", Kind.INTEGER, "page of the measure in it", "after.evidence.page"),
)
CHANGES = (
    text("municipality_code", "SURS code of the municipality; empty: of the totals", "municipality.code"),
    text("municipality", "its name"),
    text("what", "which value differs"),
    text("before", "what it was"),
    text("now", "what it is"),
    text("why", "new_paper, gone_paper, other_reading, word or rows"),
    text("cause", "the paper that is new or gone, or who said the word"),
)
COLUMNS: Mapping[str, Sequence[Column]] = {
    "changes": CHANGES,
    "councils": COUNCILS,
    "decisions": DECISIONS,
    "documents": DOCUMENTS,
    "groups": GROUPS,
    "hits": HITS,
    "measures": MEASURES,
    "municipalities": MUNICIPALITIES,
    "pairs": PAIRS,
    "passages": PASSAGES,
    "plans": PLANS,
    "priorities": PRIORITIES,
    "tags": TAGS,
}
