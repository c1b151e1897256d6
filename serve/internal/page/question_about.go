package page

import (
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// promise says what an answer does.
func (a asker) promise(q *question) {
	step, open := a.steps[q.Pointer]
	if !open {
		q.Idle = !q.Given && !slices.ContainsFunc(a.c.Report.Questions, func(r report.Question) bool { return r.Pointer == q.Pointer })
		if q.Idle {
			q.Promise = say("ask.idle")
		}
		return
	}
	parts := []string{count("q.waits", step.Waits)}
	if step.Gate {
		parts = append(parts, say(map[bool]string{true: "q.gate.one", false: "q.gate"}[step.Waits == 1]))
	}
	if step.Best > 0 {
		parts = append(parts, say("q.settles", step.Best))
	} else {
		parts = append(parts, say("q.nearer"))
	}
	q.Promise = strings.Join(parts, "; ")
	for i, each := range step.Outcomes {
		if i == maxOutcomes {
			break
		}
		o := outcome{Words: say("q.outcome", shown(each.Answer), settledWords(each.Settles))}
		for j, s := range each.Settles {
			if j == maxSettled {
				break
			}
			if s.Verdict != report.NotApplicable {
				o.Which = append(o.Which, sign{Article: s.Article, URL: a.at.URL("obligation/" + s.ID)})
			}
		}
		q.Outcomes = append(q.Outcomes, o)
	}
}

// shown writes an answer as the page has it.
func shown(value any) string {
	switch value := value.(type) {
	case bool:
		return map[bool]string{true: say("q.yes"), false: say("q.no")}[value]
	case string:
		return strings.ReplaceAll(value, "_", " ")
	}
	return words.FactValue(value, "")
}

// settledWords counts verdicts: "2 breach, 3 not applicable".
func settledWords(list []ask.Settled) string {
	n := map[report.Verdict]int{}
	for _, each := range list {
		n[each.Verdict]++
	}
	var parts []string
	for _, v := range []report.Verdict{report.Breach, report.Compliant, report.NotApplicable} {
		if n[v] > 0 {
			parts = append(parts, words.Number(n[v])+" "+say("verdict."+string(v)))
		}
	}
	return strings.Join(parts, ", ")
}

// readers are the obligations that read a fact, with the words of the law on which what
// they find in it rests.
func (a asker) readers(q *question) {
	n := 0
	for _, o := range a.pages.judge.Engine.Obligations() {
		if !slices.Contains(o.Facts, q.Path) && !slices.ContainsFunc(o.Facts, func(f string) bool { return strings.TrimSuffix(f, "[]") == q.Path }) {
			continue
		}
		if n++; n > maxReaders {
			continue
		}
		q.ReadBy = append(q.ReadBy, reader{o.Article, o.Title, a.at.URL("obligation/" + o.ID), phrases(o, q.Path)})
	}
	if n > maxReaders {
		q.MoreReaders = say("q.articles", n-maxReaders)
	}
}

// phrases are the key phrases of the grounds that read a fact.
func phrases(o *policy.Obligation, path string) []string {
	var list []string
	for _, f := range o.Findings {
		if !slices.Contains(f.Facts, path) {
			continue
		}
		for _, phrase := range f.Words {
			if !slices.Contains(list, phrase) {
				list = append(list, phrase)
			}
		}
	}
	return list
}

// statusOptions are who can have established a fact.
func statusOptions() []option {
	list := []option{{"", say("q.status.unstated"), "", false}}
	for _, s := range report.Statuses() {
		if s != report.Unstated {
			list = append(list, option{string(s), words.Status(s), "", false})
		}
	}
	return append(list, option{string(report.Alleged), say("q.status.alleged"), "", false}, option{string(report.Annulled), say("q.status.annulled"), "", false})
}

// notOurs offers the answer that says that what is asked does not concern the service,
// where few questions are shown: it is worked out for each of them.
func (a asker) notOurs(q *question) {
	waits := slices.ContainsFunc(a.c.Report.Questions, func(r report.Question) bool { return r.Pointer == q.Pointer })
	if !waits || a.of != (choice{}) {
		return
	}
	gate, value, found := a.pages.judge.Catalogue.NotApplicable(a.c.Report, q.Pointer)
	if found && gate.Pointer != q.Pointer && inputOf(gate) != "element" {
		q.NotOurs = say("q.notours.means", gate.Question, shown(value))
	}
}
