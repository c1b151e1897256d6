// Package engine judges facts about an online service by the obligations of
// the Digital Services Act, Regulation (EU) 2022/2065.
//
// An [Engine] is made once and asked many times, from any number of
// goroutines:
//
//	e, err := engine.New(ctx)
//	documents, err := e.Load("facts.yaml", content)
//	report, err := e.Evaluate(ctx, documents[0])
//
// Facts that a program holds itself need no file, [Engine.Facts]; many documents are
// judged several at a time, [Engine.EvaluateAll]; rules of one's own are judged with
// the built-in ones or alone, WithPolicies of package rego and [WithoutBuiltin]. Without
// package rego nothing of Open Policy Agent is linked: the built-in rules come compiled.
// What fails a run is for package gate to say, and package render writes reports.
//
// The report says which obligations are breached, met, not applicable or
// undetermined, on which facts that rests, and which missing facts would decide
// the rest. The same facts, policies and date give the same report. Nothing
// here reads the clock, the network or the environment.
package engine
