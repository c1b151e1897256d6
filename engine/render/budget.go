package render

import (
	"fmt"
	"io"
	"strings"
)

// budget collects blocks of text up to a number of bytes, and counts what no
// longer fits so that the reader is told.
type budget struct {
	text  strings.Builder
	limit int
	// kinds and left count the blocks left out, by what they are about.
	kinds []string
	left  map[string]int
	full  bool
}

// noteSize is kept free for the note about what was left out.
const noteSize = 600

func newBudget(limit int) *budget {
	return &budget{limit: limit - noteSize, left: map[string]int{}}
}

// head appends a heading, which is dropped silently where it does not fit.
func (b *budget) head(block string) { b.take(block) }

// add appends a block, whole or not at all. Once one did not fit, none after it
// is taken or even made: a list with gaps would be read as whole.
func (b *budget) add(kind string, block func() string) {
	if !b.full && b.take(block()) {
		return
	}
	if b.left[kind] == 0 {
		b.kinds = append(b.kinds, kind)
	}
	b.left[kind]++
}

func (b *budget) take(block string) bool {
	if b.full || b.text.Len()+len(block) > b.limit {
		b.full = true
		return false
	}
	b.text.WriteString(block)
	return true
}

// writeTo writes the text and, where something was left out, the note.
func (b *budget) writeTo(w io.Writer) error {
	text := b.text.String()
	if len(b.kinds) > 0 {
		text += fmt.Sprintf("\n> **Shortened to fit.** Left out: %s. The other formats have everything.\n",
			joined(b.kinds, ", ", func(kind string) string { return fmt.Sprintf("%s: %d", kind, b.left[kind]) }))
	}
	_, err := io.WriteString(w, text)
	return err
}
