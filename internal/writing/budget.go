package writing

import (
	"fmt"
	"strings"
)

// Sizes that GitHub takes. They are counted in bytes, which are never fewer
// than characters.
const (
	CommentLimit = 65_536  // a comment on a pull request
	SummaryLimit = 1 << 20 // the summary of a step
)

// Budget collects blocks of Markdown up to a number of bytes, and counts what
// no longer fits so that the reader is told.
type Budget struct {
	text  strings.Builder
	limit int
	// kinds and left count the blocks left out, by what they are about.
	kinds []string
	left  map[string]int
	full  bool
}

// noteSize is kept free for the note about what was left out.
const noteSize = 600

// NewBudget returns an empty text that is to have no more bytes than limit.
func NewBudget(limit int) *Budget {
	return &Budget{limit: limit - noteSize, left: map[string]int{}}
}

// Head appends a heading, which is dropped silently where it does not fit.
func (b *Budget) Head(block string) { b.take(block) }

// Add appends a block, whole or not at all. Once one did not fit, none after it
// is taken or even made: a list with gaps would be read as whole.
func (b *Budget) Add(kind string, block func() string) {
	if !b.full && b.take(block()) {
		return
	}
	if b.left[kind] == 0 {
		b.kinds = append(b.kinds, kind)
	}
	b.left[kind]++
}

func (b *Budget) take(block string) bool {
	if b.full || b.text.Len()+len(block) > b.limit {
		b.full = true
		return false
	}
	b.text.WriteString(block)
	return true
}

// String returns the text and, where something was left out, the note.
func (b *Budget) String() string {
	if len(b.kinds) == 0 {
		return b.text.String()
	}
	left := make([]string, len(b.kinds))
	for i, kind := range b.kinds {
		left[i] = fmt.Sprintf("%s: %d", kind, b.left[kind])
	}
	return b.text.String() + fmt.Sprintf("\n> **Shortened to fit.** Left out: %s. The other formats have everything.\n", strings.Join(left, ", "))
}
