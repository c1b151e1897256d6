package opa

import (
	"context"
	"maps"
	"slices"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/condition"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// Oracle is what is prepared for asking OPA with one set of parameter values. It
// prepares a question when it is first asked.
type Oracle struct {
	compiled *Compiled
	schema   rules.Schema
	facts    condition.Facts
	data     map[string]any
	store    func() storage.Store

	mu       sync.Mutex
	prepared map[string]Query
	rivals   map[string]*Oracle // by reading and option
}

func newOracle(c *Compiled, schema rules.Schema, data map[string]any, about condition.Facts) *Oracle {
	return &Oracle{
		compiled: c, schema: schema, facts: about, data: data,
		store:    sync.OnceValue(func() storage.Store { return inmem.NewFromObject(data) }),
		prepared: map[string]Query{}, rivals: map[string]*Oracle{},
	}
}

// Document returns what answers about a document.
func (b *Oracle) Document(f *facts.Facts) (rules.Document, error) {
	k, err := NewKnowledge(f, b.schema, b.facts)
	return Document{b, k}, err
}

func (b *Oracle) query(ctx context.Context, q rules.Asked) (Query, error) {
	key := q.Name + " " + q.About
	b.mu.Lock()
	defer b.mu.Unlock()
	if known, ok := b.prepared[key]; ok {
		return known, nil
	}
	made, err := Prepare(ctx, b.compiled.Compiler, b.store(), queryOf(b.compiled.asked[q.Name], q.About))
	if err == nil {
		b.prepared[key] = made
	}
	return made, err
}

// rival returns what is prepared for asking with one reading set to another option.
func (b *Oracle) rival(reading, option string) *Oracle {
	key := reading + " " + option
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.rivals[key] == nil {
		b.rivals[key] = newOracle(b.compiled, b.schema, withReading(b.data, reading, option), b.facts)
	}
	return b.rivals[key]
}

// Document answers about one document by OPA's partial evaluation alone.
type Document struct {
	oracle    *Oracle
	knowledge Knowledge
}

// DocumentOf returns what answers about what is known of a service.
func DocumentOf(o *Oracle, k Knowledge) Document { return Document{o, k} }

// Decide answers a question about a rule or a set of findings, cases told apart.
func (d Document) Decide(ctx context.Context, q rules.Asked) (rules.Outcome, error) {
	prepared, err := d.oracle.query(ctx, q)
	if err != nil {
		return rules.Outcome{}, err
	}
	out, err := Partial{}.Decide(ctx, prepared, d.knowledge)
	return out, cancelled(ctx, err)
}

// cancelled returns the error of the context where OPA was cancelled by it.
func cancelled(ctx context.Context, err error) error {
	if topdown.IsCancel(err) && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// Sufficient returns those of some known facts that are enough for a finding.
func (d Document) Sufficient(ctx context.Context, q rules.Asked, code string, item int, known []document.Path) ([]document.Path, bool, error) {
	prepared, err := d.oracle.query(ctx, q)
	if err != nil {
		return nil, false, err
	}
	k := d.knowledge
	return rules.WithoutNeedless(known, func(without document.Path) (bool, error) {
		tried := k
		if without != nil {
			tried = k.Without(RefOf(without))
		}
		out, err := Partial{}.partial(ctx, prepared, tried)
		if err != nil || !shows(out, code, item) {
			return false, cancelled(ctx, err)
		}
		k = tried
		return true, nil
	})
}

// AsIfAny answers as if the value of a parameter could be any; of all, if the name is empty.
func (d Document) AsIfAny(ctx context.Context, q rules.Asked, parameter string) (rules.Outcome, error) {
	prepared, err := d.oracle.query(ctx, q)
	if err != nil {
		return rules.Outcome{}, err
	}
	data := parametersRef
	if parameter != "" {
		data = parametersRef.Append(ast.StringTerm(parameter))
	}
	unknowns := append(d.knowledge.relevant(prepared.reads), ast.NewTerm(data))
	pq, err := prepared.partially(ctx, rego.EvalParsedInput(d.knowledge.Input), rego.EvalParsedUnknowns(unknowns))
	if err != nil {
		return rules.Outcome{}, cancelled(ctx, err)
	}
	whole := newResidual(pq, d.knowledge)
	return rules.Outcome{Answer: whole.answer(), Findings: findingsOf(whole)}, nil
}

// Rival returns what answers the same with one reading set to another option.
func (d Document) Rival(reading, option string) rules.Document {
	return Document{d.oracle.rival(reading, option), d.knowledge}
}

// shows reports whether a finding is certain.
func shows(out rules.Outcome, code string, item int) bool {
	return slices.ContainsFunc(out.Findings, func(f rules.Finding) bool {
		return f.Code == code && f.Item == item && f.Answer == kleene.Yes
	})
}

// withReading returns the data of rules in which one reading is another.
func withReading(data map[string]any, name, option string) map[string]any {
	changed := maps.Clone(data)
	readings := maps.Clone(data["readings"].(map[string]any))
	readings[name] = option
	changed["readings"] = readings
	return changed
}

// StartsOn returns the day that a rule gives, empty where that is not settled.
func (d Document) StartsOn(ctx context.Context, q rules.Asked) (string, error) {
	prepared, err := d.oracle.query(ctx, q)
	if err != nil {
		return "", err
	}
	pq, err := prepared.partially(ctx, rego.EvalParsedInput(d.knowledge.Input), rego.EvalParsedUnknowns(d.knowledge.relevant(prepared.reads)))
	if err != nil {
		return "", cancelled(ctx, err)
	}
	whole := newResidual(pq, d.knowledge)
	day := ""
	for _, body := range whole.queries {
		alternative := residual{queries: []ast.Body{body}, support: whole.support, knowledge: whole.knowledge}
		switch alternative.answer() {
		case kleene.No:
			continue
		case kleene.Open:
			return "", nil
		}
		if day != "" {
			return "", nil
		}
		day = boundDay(body)
	}
	return day, nil
}

// boundDay returns the day that a body binds the first day to.
func boundDay(body ast.Body) string {
	for _, expr := range body {
		terms, ok := expr.Terms.([]*ast.Term)
		if !ok || len(terms) != 3 || expr.Negated {
			continue
		}
		for i, term := range terms[1:] {
			if day, ok := term.Value.(ast.String); ok && terms[2-i].Equal(ast.NewTerm(startVar)) {
				return string(day)
			}
		}
	}
	return ""
}
