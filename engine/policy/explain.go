package policy

import (
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/lists"
)

// Explain says how the verdict on one obligation follows from facts, and which
// smallest changes of facts would turn it. What it says is read off the conditions
// that give the verdict, and every change has been judged. The errors are those of
// [Set.Judge].
func (s *Set) Explain(ctx context.Context, f *facts.Facts, o *Obligation) (*report.Explanation, error) {
	j, err := s.judging(f, report.DetailFull)
	if err != nil {
		return nil, err
	}
	defer j.close()
	e := &explaining{judging: j, obligation: o, document: j.answer.(*directDocument)}
	made, err := e.explain(ctx)
	if err != nil && ctx.Err() == nil && !errors.Is(err, ErrNoDate) {
		return nil, Defects{defectIn(o.file, "%s: %v", o.ID, err)}
	}
	return made, err
}

// explaining is the work on one explanation.
type explaining struct {
	*judging
	obligation *Obligation
	document   *directDocument
	// scope and grounds are the trees behind those of the explanation; nil where the
	// question is one for OPA.
	scope   []*scopeTree
	grounds []*tree
	// breaching are those that hold, or of which one does.
	breaching []*tree
}

// scopeTree is a condition of the scope.
type scopeTree struct {
	*tree
	exception bool
}

func (e *explaining) explain(ctx context.Context) (*report.Explanation, error) {
	o := e.obligation
	judged, err := e.judge(ctx, o)
	if err != nil {
		return nil, err
	}
	x := &report.Explanation{
		SchemaVersion: report.ExplanationVersion, File: e.facts.Name(), AssessmentDate: e.facts.AssessmentDate(),
		Service: report.Service{Name: e.facts.Service(), Provider: e.facts.Provider()},
		ID:      o.ID, Article: o.Article, Title: o.Title, Description: o.Description, Kind: o.Kind, Addressee: o.Addressee,
		Verdict: judged.Verdict, AppliesFrom: judged.AppliesFrom, IfApplicable: judged.IfApplicable, Reasons: lists.OrEmpty(judged.Reasons),
		Scope: []report.ExplainedScope{}, Grounds: []report.ExplainedGround{},
		Parameters: judged.Parameters, Readings: judged.Readings, Changes: []report.Turn{},
	}
	if err := e.explainScope(ctx, x); err != nil {
		return nil, err
	}
	if err := e.explainGrounds(ctx, x); err != nil {
		return nil, err
	}
	return x, e.changes(ctx, x)
}

// explainScope shows each condition on which the obligation binds the service.
func (e *explaining) explainScope(ctx context.Context, x *report.Explanation) error {
	own := e.asked.obligations[e.obligation.ID]
	scope := own.scope
	type part struct {
		question  question
		reason    report.Reason
		exception bool
	}
	parts := []part{{scope.offered, report.NotOffered, false}, {scope.addressed, report.NotAddressed, false}, {scope.exempt, report.SizeExempt, true}, {scope.inForce, report.NotYet, false}}
	if e.offered {
		parts = append(parts, part{scope.offeredAlready, report.NotYet, false})
	}
	parts = append(parts, part{scope.ended, report.Ended, true})
	if !e.noSuspensions {
		parts = append(parts, part{e.asked.suspendedFor(e.obligation), report.Suspended, true})
	}
	if e.obligation.concerned {
		parts = append(parts, part{own.concerned, report.NotConcerned, false})
	}
	if e.obligation.presupposed {
		parts = append(parts, part{own.presupposed, report.Presupposes, false})
	}
	for _, p := range parts {
		got, err := e.answer.decide(ctx, p.question)
		if err != nil {
			return err
		}
		shown := report.ExplainedScope{Reason: p.reason, Exception: p.exception, Answer: reportAnswer(kleene.Answer(got.answer))}
		grown := e.grow(p.question)
		if grown != nil && grown.settled() {
			continue // not by facts: an obligation that exempts nobody
		}
		e.scope = append(e.scope, &scopeTree{grown, p.exception})
		if grown != nil {
			shown.Condition = e.shown(grown)
		}
		x.Scope = append(x.Scope, shown)
	}
	return e.document.state.Err()
}

// grow returns the tree of a question that has a condition of its own; nil of one that
// is asked of OPA.
func (e *explaining) grow(q question) *tree {
	if q.byOPA != "" {
		return nil
	}
	if q.about != "" {
		e.document.state.Ask(e.document.direct.id, kleene.StringOf(q.about))
	}
	return e.grown(q.root.Cond)
}

func (e *explaining) grown(c *kleene.Cond) *tree {
	g := grower{speaker: speaker{sayings: &e.document.direct.said}, state: e.document.state}
	return g.simplified(g.grow(e.document.state.Trace(c), g.speaker))
}

// explainGrounds shows each ground. Of one that is about the elements of a list each
// element is shown that shows it or may, and the first where none does.
func (e *explaining) explainGrounds(ctx context.Context, x *report.Explanation) error {
	q := e.asked.obligations[e.obligation.ID].findings
	out, err := e.answer.decide(ctx, q)
	if err != nil {
		return err
	}
	answers := map[string]map[int]answer{}
	for _, f := range out.findings {
		if answers[f.code] == nil {
			answers[f.code] = map[int]answer{}
		}
		answers[f.code][f.item] = f.answer
	}
	if q.byOPA != "" {
		for _, f := range e.obligation.Findings {
			items := sortedItems(answers[f.Code])
			for _, item := range items {
				x.Grounds = append(x.Grounds, e.ground(f.Code, item, answers[f.Code], nil))
			}
		}
		return nil
	}
	var skipped []report.ExplainedGround
	shown := map[string]bool{}
	e.document.each(q.root, func(f findingOf, item int) {
		grown := e.grown(f.Cond)
		e.grounds = append(e.grounds, grown)
		made := e.ground(f.Code, item, answers[f.Code], grown)
		if made.Answer == report.Yes {
			e.breaching = append(e.breaching, grown)
		}
		if made.Answer == report.No && item >= 0 {
			if !shown[f.Code] {
				skipped = append(skipped, made)
			}
			shown[f.Code] = true
			return
		}
		x.Grounds = append(x.Grounds, made)
	})
	for _, each := range skipped {
		if len(answers[each.Code]) == 0 {
			x.Grounds = append(x.Grounds, each)
		}
	}
	return e.document.state.Err()
}

// sortedItems are the elements of which something is found, or none in particular.
func sortedItems(answers map[int]answer) []int {
	if len(answers) == 0 {
		return []int{-1}
	}
	return slices.Sorted(maps.Keys(answers))
}

func (e *explaining) ground(code string, item int, answers map[int]answer, grown *tree) report.ExplainedGround {
	rule := e.obligation.findings[code]
	made := report.ExplainedGround{Code: code, Words: []string{}, Answer: report.No}
	if rule != nil {
		made.Message, made.Words = rule.Message, lists.OrEmpty(rule.Words)
	}
	if item >= 0 {
		made.Item = &item
	}
	if a, found := answers[item]; found {
		made.Answer = reportAnswer(kleene.Answer(a))
	}
	if grown != nil {
		made.Condition = e.shown(grown)
	}
	return made
}
