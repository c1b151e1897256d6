// Package ask leads from nothing to a report: it says which facts remain to be
// given for a service, which of them to ask for next, and writes answers into the
// file of facts.
//
//	catalogue := ask.NewCatalogue(engine.Schema(), engine.Obligations())
//	next := catalogue.Next(report, ask.Options{Count: 10})
//
// It works on reports and on the catalogue, as plain data. Judging again after an
// answer is left to the caller, and so is talking to people: a terminal and a web
// page stand on the same ranking.
package ask
