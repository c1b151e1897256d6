package kleene

// Answer is a truth value of Kleene's three-valued logic. The zero value is
// Open, so that a forgotten answer is never a yes or a no.
type Answer int8

// The answers.
const (
	No   Answer = -1
	Open Answer = 0
	Yes  Answer = 1
)

// Not swaps yes and no.
func (a Answer) Not() Answer { return -a }

// And is the lesser of the two: no, open, yes.
func (a Answer) And(b Answer) Answer { return min(a, b) }

// Or is the greater of the two.
func (a Answer) Or(b Answer) Answer { return max(a, b) }

// String returns the answer in a word.
func (a Answer) String() string { return [...]string{"no", "open", "yes"}[a+1] }

func answerOf(holds bool) Answer {
	if holds {
		return Yes
	}
	return No
}
