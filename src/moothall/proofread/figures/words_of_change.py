"""Words that say which way a figure went: up or down."""

import re

from moothall.proofread.reading.expressions import Expression

UP = (
    r"increas(?:e|es|ed|ing)|rise|rises|risen|rising|rose|grow|grows|grew|grown|growing|growth|"
    r"climbed|leapt|jumped|soared|surged|doubled|went up|gone up|going up|uplift|upward"
)
DOWN = (
    r"decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tion|tions)|fall|falls|fallen|falling|fell|"
    r"declin(?:e|es|ed|ing)|drop|drops|dropped|dropping|went down|gone down|lowered|cut|"
    r"shrank|shrunk|plunged|slumped|halved|downward"
)
CHANGE_NOUN = (
    r"increase|rise|growth|uplift|decrease|reduction|fall|decline|drop|cut|difference|change"
)
DIRECTION = Expression(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", re.IGNORECASE)
NOT_A_DIRECTION = Expression(
    r"\b(?:no|not|never|without|neither|chang(?:e|ed|es|ing)|revis(?:ed|ion|ing)|amend(?:ed|ing)|"
    r"mov(?:e|ed|es|ing)|went|goes|going|gone|adjusted|altered|shift(?:ed)?|varied|var(?:y|ies)|"
    r"varying|rang(?:e|es|ed|ing)|transferr?(?:ed)?|switch(?:ed)?|updated|aged?|ages|every|rank|"
    r"ranked|ranking|position|quartile|place|level|band|grade|slow(?:ed|ing)?|widen(?:ed|ing)?|"
    r"target(?:ed)? (?:is|was)|frequency|if|would|could|scale)\b",
    re.IGNORECASE,
)
NOUN_OF_CHANGE = Expression(
    r"increase|rise|reduction|fall|decrease|decline|cut|drop", re.IGNORECASE
)
VERB_BEFORE = Expression(r"\b(?:to|will|shall|may|did|likely to)\s(?:[a-z]+ly\s)?$", re.I)
PRICED = Expression(r"\b(?:tax|rent|fees?|prices?|charges?|pay|award|salary|precept)\b", re.I)
