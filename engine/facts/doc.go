// Package facts reads what is known about an online service.
//
// A fact document is JSON or YAML. It is decoded with the place of every value,
// checked against the schemas, checked for statements that contradict each
// other, and prepared for judging: the facts that the policies may read, and
// the list of those that nobody supplied. Nothing here knows an obligation.
//
//	schema, err := facts.Builtin()
//	documents, err := schema.Load("facts.yaml", content)
//
// A program that holds the facts itself needs no file: [Schema.From] reads a map or
// a struct, [Facts.With] and [Facts.Without] give the same document with one fact
// more or less.
//
// All that is wrong with a document is reported at once, as [Problems].
//
// Four ideas are worth knowing before reading further:
//
//   - A fact that is absent or null is not known. Nulls are removed, and
//     [Facts.Unknowns] lists the highest paths that are then absent, because an
//     unknown leaf below an absent parent would let a policy pass by mistake.
//   - Lists that are nearly always empty may have a default in the schema, and
//     a flag may be implied by what says that there is something: its date, a
//     count above 0, a list that is not empty (keyword implied_by). Nothing else
//     is ever assumed.
//   - Relations between fields (part_of, excludes, present_only_if and so on)
//     stand in the schema beside the fields, so that sections of users can state
//     theirs.
//   - A sample of 0 shows nothing about the whole. Unless that is known to be
//     empty, the 0 is set aside and the fact is not known: [Facts.SetAside].
package facts
