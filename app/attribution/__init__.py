"""Who said what: text becomes quotes with their cue, speaker and resolved person.

The road of one paragraph, module by module; only the `french*` and `english*` modules and
`resources/lexicon/{fr,en}` know a language:

- `app.language.marks` finds the quoted stretches, `tokens` folds each into one token and cuts the
  rest with the language's pattern, then into sentences.
- `lexicon` loads a language's words; `french_verbs` spells out its verb forms.
- `grammar` holds what a language fills in (`Language`) and gives back (`Hit`, `Phrase`, `Report`).
- `smallwords`, `proper`, `forwards`, `backwards`, behind `phrases`: noun phrases from small words,
  shared by both languages and steered by the sets of `words.toml`.
- `sentence`: one sentence being read, its claims and reports; also shared.
- `french_tokens`, `french_cues` (verb groups), `french_subjects`, `french_governed` and
  `french_que` (what a verb governs), `french_sources` ("selon"), `french_incises` (« …, dit-il, … »), `french_marked` (words in marks
  without a cue), and `french_clauses`, which puts them together; `french.french()` is the `Language`.
- `language` is what a language brings (`Language`, put together by `assembled`), `languages` lists
  them; `paragraphs` reads one paragraph alone, free of its place in the text.
- `namings` turns phrases into namings (name, role, gender, kind), `mentions` finds those of a
  paragraph; `people` brings the forms of one name together, `discourse` decides who a pronoun or a
  role is, `resolution` does so for the whole story.
- `verdicts` writes the answers down, `places` brings them to where they stand; `balance` weighs the sources of a story.
- `engine` is the door: `attribute(text, language, people)`, or a `Reader` that
  reads a changing story again; `lines` turns its answer into JSON.

A language reads a sentence by `Language.read(stream, first, last)`, which returns `Report`s in code
points of the paragraph, their speakers as `Phrase`s; who a pronoun or a role is, is decided later,
over the whole text, without knowing the language's grammar.
"""
