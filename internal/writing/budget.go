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
	blocks []block
	size   int
	limit  int
	// kinds and left count the blocks left out, by what they are about.
	kinds []string
	left  map[string]int
	full  bool
}

// block is a piece of text; kind is empty of a heading.
type block struct{ kind, text string }

// noteSize is kept free for the note about what was left out.
const noteSize = 600

// NewBudget returns an empty text that is to have no more bytes than limit.
func NewBudget(limit int) *Budget {
	return &Budget{limit: limit - noteSize, left: map[string]int{}}
}

// Head appends a heading, which is dropped silently where it does not fit.
func (b *Budget) Head(text string) { b.take(block{text: text}) }

// Add appends a block, whole or not at all. Once one did not fit, none after it
// is taken or even made: a list with gaps would be read as whole.
func (b *Budget) Add(kind string, text func() string) {
	if !b.full && b.take(block{kind, text()}) {
		return
	}
	b.leave(kind, 1)
}

func (b *Budget) leave(kind string, n int) {
	if b.left[kind] == 0 {
		b.kinds = append(b.kinds, kind)
	}
	b.left[kind] += n
}

func (b *Budget) take(one block) bool {
	if b.full || b.size+len(one.text) > b.limit {
		b.full = true
		return false
	}
	b.size += len(one.text)
	b.blocks = append(b.blocks, one)
	return true
}

// Append appends what another text holds, as if it had been written here. So a text can
// be made in parts at the same time, each of which holds no more than fits.
func (b *Budget) Append(other *Budget) {
	for _, one := range other.blocks {
		if one.kind == "" {
			b.Head(one.text)
			continue
		}
		b.Add(one.kind, func() string { return one.text })
	}
	if other.full {
		b.full = true
	}
	for _, kind := range other.kinds {
		b.leave(kind, other.left[kind])
	}
}

// String returns the text and, where something was left out, the note.
func (b *Budget) String() string {
	var text strings.Builder
	for _, one := range b.blocks {
		text.WriteString(one.text)
	}
	if len(b.kinds) == 0 {
		return text.String()
	}
	left := make([]string, len(b.kinds))
	for i, kind := range b.kinds {
		left[i] = fmt.Sprintf("%s: %d", kind, b.left[kind])
	}
	return text.String() + fmt.Sprintf("\n> **Shortened to fit.** Left out: %s. The other formats have everything.\n", strings.Join(left, ", "))
}
