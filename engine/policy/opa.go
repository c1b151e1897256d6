package policy

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
)

// bench is everything prepared for judging with one set of parameter values.
// Most engines need a single one, because values seldom change with the date.
type bench struct {
	set              *Set
	data             map[string]any // that the rules read
	parametersSHA256 string
	obligations      map[string]obligationQuestions
	scopes           map[string]scopeQuestions // by profile
	suspended        map[string]question       // by id

	mu     sync.Mutex
	rivals map[string]*bench // by obligation, reading and option
}

type obligationQuestions struct {
	findings question
	// The others only where the obligation has such rules.
	concerned     question
	presupposed   question
	speaksAgainst question
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
	// Only asked where the day of the first offer is known.
	offeredAlready question
	firstDay       question
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
	b, err := s.prepareBench(ctx, data, s.obligations)
	if err != nil {
		return nil, err
	}
	b.parametersSHA256 = key
	s.benchs[key] = b
	return b, nil
}

// rival returns what is prepared for judging one obligation with one reading
// set to another option.
func (b *bench) rival(ctx context.Context, o *Obligation, reading, option string) (*bench, error) {
	key := o.ID + " " + reading + " " + option
	b.mu.Lock()
	defer b.mu.Unlock()
	if known := b.rivals[key]; known != nil {
		return known, nil
	}
	rival, err := b.set.prepareBench(ctx, withReading(b.data, reading, option), []*Obligation{o})
	if err != nil {
		return nil, err
	}
	b.rivals[key] = rival
	return rival, nil
}

func (s *Set) prepareBench(ctx context.Context, data map[string]any, obligations []*Obligation) (*bench, error) {
	b := &bench{
		set:         s,
		data:        data,
		obligations: map[string]obligationQuestions{},
		scopes:      map[string]scopeQuestions{},
		suspended:   map[string]question{},
		rivals:      map[string]*bench{},
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
	for _, o := range obligations {
		questions := obligationQuestions{findings: ask(o.pkg.Path, ".", ruleName(o.Kind), "[", findingVar, "]")}
		if o.concerned {
			questions.concerned = ask(o.pkg.Path, ".concerned")
		}
		if o.presupposed {
			questions.presupposed = ask(o.pkg.Path, ".presupposed")
		}
		if len(o.doubts) > 0 {
			questions.speaksAgainst = ask(o.pkg.Path, ".", speaksAgainst, "[", findingVar, "]")
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

			offeredAlready: ask("data.dsa.scope.offered_already"),
			firstDay:       ask(startVar, " = data.dsa.scope.first_day(", profile, ")"),
		}
	}
	return b, failed
}

// startVar is the variable that the first day is bound to.
const startVar = ast.Var("start")
