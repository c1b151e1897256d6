package opa

import (
	"context"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// Partial answers by OPA's partial evaluation. It is the reference for the
// direct evaluator, which has to agree with it, and takes over what that cannot
// be asked.
type Partial struct{}

// maxQueries bounds what partial evaluation may leave; beyond it the rules.Outcome is
// unknown. A count and not a time, so that slow machines answer alike.
const maxQueries = 1000

// maxSplits bounds how many facts are tried out in turn.
const maxSplits = 6

func (d Partial) Decide(ctx context.Context, q Query, k Knowledge) (rules.Outcome, error) {
	return d.split(ctx, q, k, maxSplits)
}

// split tries the values of a flag or an enumeration in turn where partial
// evaluation alone is too cautious: `a or not a` is true whatever a is. Only
// facts that occur more than once can hide such an answer, and facts that
// exclude each other; conditions on others do not depend on each other. A value
// that contradicts what is known is none that a fact can turn out to have.
func (d Partial) split(ctx context.Context, q Query, k Knowledge, depth int) (rules.Outcome, error) {
	whole, err := d.partial(ctx, q, k)
	if err != nil || whole.Answer != kleene.Open || depth == 0 {
		return whole, err
	}
	fact, values := splitCandidate(whole.Open.(residual), k)
	if len(values) > 1 {
		depth--
	}
	var branches []rules.Outcome
	for _, value := range values {
		narrowed, ok := k.With(fact, value)
		if !ok {
			return whole, nil
		}
		branch, err := d.split(ctx, q, narrowed, depth)
		if err != nil {
			return rules.Outcome{}, err
		}
		if branch.Answer == kleene.Open || len(branches) > 0 && branch.Answer != branches[0].Answer {
			return whole, nil
		}
		branches = append(branches, branch)
	}
	if len(branches) == 0 {
		return whole, nil
	}
	return merge(branches), nil
}

// merge joins branches that agree. Where each of them breaches the obligation
// on another ground, all those grounds are kept: one of them holds.
func merge(branches []rules.Outcome) rules.Outcome {
	merged := rules.Outcome{Answer: branches[0].Answer}
	for _, branch := range branches {
		for _, f := range branch.Findings {
			same := func(g rules.Finding) bool { return g.Code == f.Code && g.Item == f.Item }
			if f.Answer == kleene.Yes && !slices.ContainsFunc(merged.Findings, same) {
				merged.Findings = append(merged.Findings, f)
			}
		}
	}
	sortFindings(merged.Findings)
	return merged
}

// splitCandidate returns a fact whose values are few and may decide the residual,
// and those values: one that what is known narrows down, else the one that occurs
// most often, at least twice or beside a fact that it excludes.
func splitCandidate(r residual, k Knowledge) (ast.Ref, []ast.Value) {
	counts := map[string]int{}
	refs := map[string]ast.Ref{}
	r.walk(func(ref ast.Ref) {
		if ref.IsGround() {
			counts[ref.String()]++
			refs[ref.String()] = ref
		}
	})
	names := sortedKeys(counts)
	var best string
	var values []ast.Value
	for _, name := range names {
		possible, narrowed := k.possible(refs[name])
		if len(possible) == 0 {
			continue
		}
		if narrowed {
			return refs[name], possible
		}
		weight := counts[name]
		if slices.ContainsFunc(names, func(other string) bool { return paired(k.schema, refs[name], refs[other]) }) {
			weight++
		}
		if weight > max(1, counts[best]) {
			best, values = name, possible
		}
	}
	return refs[best], values
}

// partial asks OPA once.
func (d Partial) partial(ctx context.Context, q Query, k Knowledge) (rules.Outcome, error) {
	pq, err := q.partially(ctx, rego.EvalParsedInput(k.Input), rego.EvalParsedUnknowns(k.relevant(q.reads)))
	if err != nil {
		return rules.Outcome{}, err
	}
	whole := newResidual(pq, k)
	if len(pq.Queries) > maxQueries {
		return rules.Outcome{Answer: kleene.Open, Open: whole}, nil
	}
	result := rules.Outcome{Answer: whole.answer()}
	if result.Answer == kleene.Open {
		result.Open = whole
	}
	result.Findings = findingsOf(whole)
	return result, nil
}

// findingsOf groups the alternatives of a breach question by finding. A finding
// is definite if one of its alternatives is.
func findingsOf(whole residual) []rules.Finding {
	var findings []rules.Finding
	var left []residual
	for _, body := range whole.queries {
		code, item, ok := boundFinding(body)
		if !ok {
			continue
		}
		i := slices.IndexFunc(findings, func(f rules.Finding) bool { return f.Code == code && f.Item == item })
		if i < 0 {
			findings = append(findings, rules.Finding{Code: code, Item: item})
			left = append(left, residual{support: whole.support, knowledge: whole.knowledge})
			i = len(findings) - 1
		}
		left[i].queries = append(left[i].queries, body)
	}
	kept := findings[:0]
	for i, f := range findings {
		if f.Answer = left[i].answer(); f.Answer == kleene.No {
			continue
		}
		f.Open = left[i]
		kept = append(kept, f)
	}
	sortFindings(kept)
	return kept
}

// boundFinding returns what a body binds the finding to.
func boundFinding(body ast.Body) (code string, item int, ok bool) {
	for _, expr := range body {
		terms, isCall := expr.Terms.([]*ast.Term)
		if !isCall || len(terms) != 3 || expr.Negated {
			continue
		}
		value := terms[2]
		if !terms[1].Equal(ast.NewTerm(findingVar)) {
			if value = terms[1]; !terms[2].Equal(ast.NewTerm(findingVar)) {
				continue
			}
		}
		code, err := findingCode(value)
		if err != nil {
			continue
		}
		return code, itemOf(value), true
	}
	return "", -1, false
}

func itemOf(finding *ast.Term) int {
	object, ok := finding.Value.(ast.Object)
	if !ok {
		return -1
	}
	if number, ok := object.Get(ast.StringTerm("item")).Value.(ast.Number); ok {
		if i, ok := number.Int(); ok {
			return i
		}
	}
	return -1
}

func sortFindings(findings []rules.Finding) {
	slices.SortFunc(findings, func(a, b rules.Finding) int {
		if c := strings.Compare(a.Code, b.Code); c != 0 {
			return c
		}
		return a.Item - b.Item
	})
}
