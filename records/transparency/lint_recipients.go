package transparency

import (
	"math/big"
	"slices"
	"strings"
)

// recipients compares the recipients of the Member States with the total and with
// each other, in part 10.
func (l *linter) recipients() {
	if !l.r.has(partRecipients) {
		return
	}
	all := l.r.total(partRecipients, "recipients", total)
	states, complete := l.r.by(partRecipients, "recipients")
	var missing []string
	sum, read := new(big.Rat), 0
	for _, state := range memberStates {
		if f, ok := states[state]; ok && f.known() {
			sum.Add(sum, f.Value)
			read++
		} else if !ok {
			missing = append(missing, state)
		}
	}
	l.outliers(states)
	// A part that is left blank does not apply to the provider; figures that could
	// not be placed may be those that seem to be missing.
	if complete && (all.State != Blank || len(states) > 0) {
		l.check("amar-states-missing", len(missing) > 0, l.r.where(partRecipients),
			"there is no number of recipients for %s", strings.Join(missing, ", "))
	}
	if !all.known() {
		return
	}
	switch {
	case complete && len(missing) == 0:
		l.check("amar-sum", apart(all.Value, sum, tenth), all.Refs[0],
			"%s recipients; the Member States add up to %s", decimal(all.Value), decimal(sum))
	case sum.Cmp(all.Value) > 0 && apart(all.Value, sum, tenth):
		// What was not read cannot make the sum smaller.
		l.check("amar-sum", true, all.Refs[0],
			"%s recipients; the %d Member States read already exceed the total and add up to %s", decimal(all.Value), read, decimal(sum))
	}
	l.check("amar-below-threshold", all.Value.Cmp(l.law.threshold) < 0, all.Refs[0],
		"%s recipients are fewer than %s; this part is for designated services", decimal(all.Value), decimal(l.law.threshold))
}

// thousandth is the largest share of the median that is taken for about a
// thousandth. By people, Malta is more than a twentieth of the median of the States.
var thousandth = big.NewRat(1, 500)

// fewPeers is how many States are too few to be compared.
const fewPeers = 5

// outliers finds States whose figure is of another order of magnitude than those of
// the others, as where one is given in thousands.
func (l *linter) outliers(states map[string]Figure) {
	var values []*big.Rat
	for _, state := range memberStates {
		if f := states[state]; f.positive() {
			values = append(values, f.Value)
		}
	}
	if len(values) < fewPeers {
		return
	}
	slices.SortFunc(values, func(a, b *big.Rat) int { return a.Cmp(b) })
	median := values[len(values)/2]
	most := new(big.Rat).Mul(median, thousandth)
	for _, state := range memberStates {
		if f := states[state]; f.positive() {
			l.check("amar-outlier", f.Value.Cmp(most) < 0, f.Refs[0],
				"%s recipients in %s; the median of the Member States is %s. Is this one given in thousands?", decimal(f.Value), state, decimal(median))
		}
	}
}
