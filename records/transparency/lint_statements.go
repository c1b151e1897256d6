package transparency

import (
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/records/lint"
)

// Tolerance of the comparison with statements of reasons. Reports and the
// database count by different rules: a measure can concern many contents, a
// statement one of them. So only another order of magnitude is worth a word:
// more than ten times as many, and at least a hundred more.
const (
	StatementsFactor = 10
	StatementsLeast  = 100
	// StatementsCover is the share of the days of the period, in percent, that
	// must have been counted.
	StatementsCover = 90
)

// ErrNotComparable means that statements of reasons do not cover the period of
// the report.
var ErrNotComparable = errors.New("cannot be compared")

func (l *linter) statements(s *lint.Statements) error {
	if s == nil {
		return nil
	}
	id := l.r.Identification
	if !id.From.known() || !id.To.known() {
		return fmt.Errorf("the report %w with statements of reasons: it does not tell its period", ErrNotComparable)
	}
	days := int(id.To.time().Sub(id.From.time())/(24*time.Hour)) + 1
	if s.Days*100 < days*StatementsCover {
		return document.Hinted(fmt.Errorf("the report %w with the statements of reasons: they cover %d of the %d days from %s to %s", ErrNotComparable, s.Days, days, id.From.Text, id.To.Text), fmt.Sprintf("count the dumps of at least %d %% of the days", StatementsCover))
	}
	before := l.looked["statements-terms"] + l.looked["statements-illegal"] + l.looked["statements-notices"]
	l.compare("statements-terms", l.r.total(partTerms, "measures", total), s.OwnInitiativeTerms,
		"measures on the provider's own initiative under its terms", s)
	l.compare("statements-illegal", l.r.total(partIllegal, "measures", total), s.OwnInitiativeIllegal,
		"measures on the provider's own initiative against illegal content", s)
	l.compare("statements-notices", l.r.total(partNotices, "law", total).plus(l.r.total(partNotices, "terms", total)), s.Notices,
		"actions after notices", s)
	if before == l.looked["statements-terms"]+l.looked["statements-illegal"]+l.looked["statements-notices"] {
		return fmt.Errorf("the report %w with statements of reasons: it gives no total of measures in parts 4 to 6", ErrNotComparable)
	}
	return nil
}

func (l *linter) compare(rule string, figure Figure, statements uint64, what string, s *lint.Statements) {
	if !figure.known() {
		return
	}
	counted := new(big.Rat).SetInt(new(big.Int).SetUint64(statements))
	l.check(rule, otherOrder(figure.Value, counted), figure.Refs[0], "%s %s; the database has %d statements of reasons of %s about them, from %s to %s",
		decimal(figure.Value), what, statements, s.Platform, s.From, s.To)
}

func otherOrder(a, b *big.Rat) bool {
	low, high := a, b
	if a.Cmp(b) > 0 {
		low, high = b, a
	}
	apart := new(big.Rat).Sub(high, low)
	return high.Cmp(new(big.Rat).Mul(low, big.NewRat(StatementsFactor, 1))) > 0 && apart.Cmp(big.NewRat(StatementsLeast, 1)) >= 0
}
