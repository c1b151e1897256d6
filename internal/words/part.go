package words

import (
	"encoding/json"
	"fmt"
	"math/big"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Found says what a fact is as people say it: a part with its whole and its share,
// "300 of 4200 (7 %)", anything else as it could stand in a fact file.
func Found(e report.Evidence) string {
	if e.PartOf == nil {
		return Literal(e.Value)
	}
	return fmt.Sprintf("%s of %s%s", Value(e.Value), Value(e.PartOf.Value), inPercent(e.Value, e.PartOf.Value))
}

// inPercent is the share of a part in its whole, to the nearest percent and in
// brackets. A share that is neither nothing nor everything is not rounded to either.
func inPercent(part, whole any) string {
	of, ok := rational(whole)
	share, isNumber := rational(part)
	if !ok || !isNumber || of.Sign() <= 0 || share.Sign() < 0 || share.Cmp(of) > 0 {
		return ""
	}
	share.Mul(share.Quo(share, of), big.NewRat(100, 1))
	switch {
	case share.Sign() > 0 && share.Cmp(big.NewRat(1, 1)) < 0:
		return " (below 1 %)"
	case share.Cmp(big.NewRat(99, 1)) > 0 && share.Cmp(big.NewRat(100, 1)) < 0:
		return " (above 99 %)"
	}
	return " (" + share.FloatString(0) + " %)"
}

// rational reads a count: as the facts have it or as a program made it.
func rational(value any) (*big.Rat, bool) {
	switch value := value.(type) {
	case json.Number:
		return new(big.Rat).SetString(string(value))
	case int:
		return big.NewRat(int64(value), 1), true
	case float64:
		r := new(big.Rat).SetFloat64(value)
		return r, r != nil
	}
	return nil, false
}
