package policy

// answer is a truth value of Kleene's three-valued logic. The zero value is
// unknown, so that a forgotten answer is never a yes or a no.
type answer int8

const (
	unknown answer = 0
	yes     answer = 1
	no      answer = -1
)

func (a answer) not() answer { return -a }

func (a answer) and(b answer) answer { return min(a, b) }

func (a answer) or(b answer) answer { return max(a, b) }

func (a answer) String() string {
	return [...]string{"no", "unknown", "yes"}[a+1]
}
