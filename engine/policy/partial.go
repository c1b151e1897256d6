package policy

import (
	"context"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

// partialDecider answers by OPA's partial evaluation. It is the reference for the
// direct evaluator, which has to agree with it, and takes over what that cannot
// be asked.
type partialDecider struct{}

// maxQueries bounds what partial evaluation may leave; beyond it the outcome is
// unknown. A count and not a time, so that slow machines answer alike.
const maxQueries = 1000

// maxSplits bounds how many facts are tried out in turn.
const maxSplits = 6

func (d partialDecider) decide(ctx context.Context, q query, w world) (outcome, error) {
	return d.split(ctx, q, w, maxSplits)
}

// split tries the values of a flag or an enumeration in turn where partial
// evaluation alone is too cautious: `a or not a` is true whatever a is. Only
// facts that occur more than once can hide such an answer, and facts that
// exclude each other; conditions on others do not depend on each other. A value
// that contradicts what is known is none that a fact can turn out to have.
func (d partialDecider) split(ctx context.Context, q query, w world, depth int) (outcome, error) {
	whole, err := d.partial(ctx, q, w)
	if err != nil || whole.answer != unknown || depth == 0 {
		return whole, err
	}
	fact, values := splitCandidate(whole.open.(residual), w)
	if len(values) > 1 {
		depth--
	}
	var branches []outcome
	for _, value := range values {
		narrowed, ok := w.with(fact, value)
		if !ok {
			return whole, nil
		}
		branch, err := d.split(ctx, q, narrowed, depth)
		if err != nil {
			return outcome{}, err
		}
		if branch.answer == unknown || len(branches) > 0 && branch.answer != branches[0].answer {
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
func merge(branches []outcome) outcome {
	merged := outcome{answer: branches[0].answer}
	for _, branch := range branches {
		for _, f := range branch.findings {
			same := func(g findingOutcome) bool { return g.code == f.code && g.item == f.item }
			if f.answer == yes && !slices.ContainsFunc(merged.findings, same) {
				merged.findings = append(merged.findings, f)
			}
		}
	}
	sortFindings(merged.findings)
	return merged
}

// splitCandidate returns a fact whose values are few and may decide the residual,
// and those values: one that what is known narrows down, else the one that occurs
// most often, at least twice or beside a fact that it excludes.
func splitCandidate(r residual, w world) (ast.Ref, []ast.Value) {
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
		possible, narrowed := w.possible(refs[name])
		if len(possible) == 0 {
			continue
		}
		if narrowed {
			return refs[name], possible
		}
		weight := counts[name]
		if slices.ContainsFunc(names, func(other string) bool { return w.schema.paired(refs[name], refs[other]) }) {
			weight++
		}
		if weight > max(1, counts[best]) {
			best, values = name, possible
		}
	}
	return refs[best], values
}

// partial asks OPA once.
func (d partialDecider) partial(ctx context.Context, q query, w world) (outcome, error) {
	pq, err := q.partially(ctx, rego.EvalParsedInput(w.input), rego.EvalParsedUnknowns(w.relevant(q.reads)))
	if err != nil {
		return outcome{}, err
	}
	whole := newResidual(pq, w)
	if len(pq.Queries) > maxQueries {
		return outcome{answer: unknown, open: whole}, nil
	}
	result := outcome{answer: whole.answer()}
	if result.answer == unknown {
		result.open = whole
	}
	result.findings = findingsOf(whole)
	return result, nil
}

// findingsOf groups the alternatives of a breach question by finding. A finding
// is definite if one of its alternatives is.
func findingsOf(whole residual) []findingOutcome {
	var findings []findingOutcome
	var left []residual
	for _, body := range whole.queries {
		code, item, ok := boundFinding(body)
		if !ok {
			continue
		}
		i := slices.IndexFunc(findings, func(f findingOutcome) bool { return f.code == code && f.item == item })
		if i < 0 {
			findings = append(findings, findingOutcome{code: code, item: item})
			left = append(left, residual{support: whole.support, world: whole.world})
			i = len(findings) - 1
		}
		left[i].queries = append(left[i].queries, body)
	}
	kept := findings[:0]
	for i, f := range findings {
		if f.answer = left[i].answer(); f.answer == no {
			continue
		}
		f.open = left[i]
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

func sortFindings(findings []findingOutcome) {
	slices.SortFunc(findings, func(a, b findingOutcome) int {
		if c := strings.Compare(a.code, b.code); c != 0 {
			return c
		}
		return a.item - b.item
	})
}
