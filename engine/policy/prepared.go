package policy

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// prepared is everything prepared for judging with one set of parameter values.
// Most engines need a single one, because values seldom change with the date.
type prepared struct {
	parametersSHA256 string
	slots            []slotValue  // of the program
	oracle           rules.Oracle // for what the program does not answer; nil if it answers all
	background       *background
	memory           *memory
	used             atomic.Bool

	unjudgedOnce sync.Once
	unjudged     map[*Obligation]*report.Obligation
}

// preparedFor returns what is prepared for the parameters in force on a day.
func (s *Set) preparedFor(date string) (*prepared, error) {
	// All days between two changes of a value have the same.
	period, _ := slices.BinarySearch(s.asked().changes, date+"\x00")
	s.mu.Lock()
	defer s.mu.Unlock()
	if b := s.preparations[period]; b != nil {
		return b, nil
	}
	data := s.parameters.data(date)
	content, err := json.Marshal(data)
	if err != nil {
		return nil, fmt.Errorf("parameters: %w", err)
	}
	sum := sha256.Sum256(content)
	s.log.Debug("parameters prepared", "day", date)
	b := &prepared{parametersSHA256: hex.EncodeToString(sum[:]), background: s.background(date), memory: newMemory()}
	if s.compiled != nil {
		b.oracle = s.compiled.Oracle(s.schema.asRules(), data, described{s.schema.root})
	}
	if b.slots, err = s.asked().direct.dataSlots(data); err != nil {
		return nil, err
	}
	s.preparations[period] = b
	return b, nil
}

// changes returns the days on which a value changes, sorted, each once.
func (s parameterSet) changes() []string {
	var days []string
	for _, set := range []map[string]Parameter{s.law, s.parameters} {
		for _, p := range set {
			for _, v := range p.Values {
				days = append(days, v.Since)
			}
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}
