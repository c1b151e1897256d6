package transparency

import (
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

// unitSaid is a cell whose words give figures another unit than the template.
type unitSaid struct {
	at   Ref
	text string
}

// unitPlace is what words about a unit are about: a cell, a row where there is no
// column, the table where there is neither.
type unitPlace struct {
	row, column int
	kind        Kind
}

const (
	// asUnit is how a unit is given: "in days", "unit: days", "(days)".
	asUnit    = `(?i)(?:^|[^\p{L}])(?:in|en|as|w|σε|units?|unit of time|einheit|unité|unidad|unità|jednostka)(?: is| are)?\s*[:=(]*\s*(?:(?:full|whole|calendar|business|working) )?(?:%[1]s)(?:$|[^\p{L}])|^[^\p{L}]*(?:%[1]s)[^\p{L}]*$|\(\s*(?:%[1]s)\s*\)`
	timeUnits = `days|minutes|mins|seconds|secs|weeks|months|tagen?|minuten|sekunden|wochen|jours|secondes|semaines|días|minutos|segundos|semanas|giorni|minuti|secondi|settimane|dniach|minutach|sekundach|ημέρες|λεπτά`
	manyUnits = `thousands?|millions?|mln|mio|tausend|tsd|millionen|milliers|miles|millones|migliaia|milioni|tysiącach|milionach|χιλιάδες|εκατομμύρια|000s`
)

var (
	otherTime = lazy.NewRegexp(fmt.Sprintf(asUnit, timeUnits))
	// A number such as 1'000 says nothing of others.
	otherMany = lazy.NewRegexp(fmt.Sprintf(asUnit, manyUnits) + `|\(\s*(?:in )?['’]?000s?\s*\)|\bin ['’]?000\b`)
)

// otherUnits returns the kinds of figures to which words give another unit than the
// template: times that are not in hours, and numbers of things in thousands.
func otherUnits(text string) []Kind {
	var kinds []Kind
	if otherTime.MatchString(text) {
		kinds = append(kinds, Hours)
	}
	// "in thousands of cases" counts nothing in thousands.
	if otherMany.MatchString(strings.ReplaceAll(strings.ToLower(text), "s of ", "sof ")) {
		kinds = append(kinds, Count)
	}
	return kinds
}

// unitsIn remembers what words at a place say of the unit of figures; rows and
// columns of these are 0 for all.
func (s *Sheet) unitsIn(text string, at, about Ref) {
	for _, kind := range otherUnits(text) {
		if s.units == nil {
			s.units = map[unitPlace]unitSaid{}
		}
		place := unitPlace{about.Row, about.Column, kind}
		if _, known := s.units[place]; !known {
			s.units[place] = unitSaid{at, spoken(text)}
		}
	}
}

// unitSaid returns the words that give a figure another unit, if any do.
func (s *Sheet) unitSaid(e *Entry) (unitSaid, bool) {
	for _, place := range []unitPlace{{e.Ref.Row, e.Ref.Column, e.Kind}, {e.Ref.Row, 0, e.Kind}, {0, 0, e.Kind}} {
		if said, ok := s.units[place]; ok {
			return said, true
		}
	}
	return unitSaid{}, false
}
