package policy

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
)

// bench is everything prepared for judging with one set of parameter values.
// Most engines need a single one, because values seldom change with the date.
type bench struct {
	parametersSHA256 string
	obligations      map[string]obligationQuestions
	scopes           map[string]scopeQuestions // by profile
	suspended        map[string]question       // by id
}

type obligationQuestions struct {
	findings  question
	concerned question // only where the obligation has such a rule
}

// scopeQuestions are asked once per profile: the 193 obligations share about
// sixteen of them.
type scopeQuestions struct {
	applies   question
	offered   question
	addressed question
	exempt    question
	inForce   question
	ended     question
	startsOn  question
}

// benchFor returns the bench for the parameters in force on a day.
func (s *Set) benchFor(ctx context.Context, date string) (*bench, error) {
	data := s.parameters.data(date)
	content, err := json.Marshal(data)
	if err != nil {
		return nil, fmt.Errorf("parameters: %w", err)
	}
	sum := sha256.Sum256(content)
	key := hex.EncodeToString(sum[:])
	s.mu.Lock()
	defer s.mu.Unlock()
	if b := s.benchs[key]; b != nil {
		return b, nil
	}
	b := &bench{
		parametersSHA256: key,
		obligations:      map[string]obligationQuestions{},
		scopes:           map[string]scopeQuestions{},
		suspended:        map[string]question{},
	}
	var failed error
	store := inmem.NewFromObject(data)
	ask := func(query ...any) question {
		body, err := ast.ParseBody(fmt.Sprint(query...))
		if err == nil {
			var q question
			if q, err = prepare(ctx, s.compiler, store, body); err == nil {
				return q
			}
		}
		if failed == nil {
			failed = err
		}
		return question{}
	}
	for _, o := range s.obligations {
		questions := obligationQuestions{findings: ask(o.pkg.Path, ".", o.Kind.ruleName(), "[", findingVar, "]")}
		if o.concerned {
			questions.concerned = ask(o.pkg.Path, ".concerned")
		}
		b.obligations[o.ID] = questions
		b.suspended[o.ID] = ask("data.dsa.scope.suspended(", ast.String(o.ID), ")")
		profile := o.profile()
		if _, ok := b.scopes[profile.String()]; ok {
			continue
		}
		about := func(rule string) question { return ask("data.dsa.scope.", rule, "(", profile, ")") }
		b.scopes[profile.String()] = scopeQuestions{
			applies:   about("applies"),
			offered:   ask("data.dsa.scope.offered_in_union"),
			addressed: about("addressed"),
			exempt:    about("exempt"),
			inForce:   about("in_force"),
			ended:     about("ended"),
			startsOn:  ask(startVar, " = data.dsa.scope.starts_on(", profile, ")"),
		}
	}
	if failed != nil {
		return nil, failed
	}
	s.benchs[key] = b
	return b, nil
}

// startVar is the variable that the first day is bound to.
const startVar = ast.Var("start")
