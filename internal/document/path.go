package document

import (
	"strconv"
	"strings"
)

// Path leads to a value: member names are strings, indexes of elements ints.
type Path []any

// Pointer returns the path as a JSON Pointer (RFC 6901).
func (p Path) Pointer() string {
	var b strings.Builder
	for _, step := range p {
		b.WriteByte('/')
		switch step := step.(type) {
		case string:
			b.WriteString(EscapeStep(step))
		case int:
			b.WriteString(strconv.Itoa(step))
		}
	}
	return b.String()
}

// String returns the path as people write it: service.suspensions[0].from.
func (p Path) String() string {
	var b strings.Builder
	for i, step := range p {
		switch step := step.(type) {
		case string:
			if !plainName(step) {
				b.WriteString("[" + strconv.Quote(cut(step)) + "]")
				continue
			}
			if i > 0 {
				b.WriteByte('.')
			}
			b.WriteString(step)
		case int:
			b.WriteString("[" + strconv.Itoa(step) + "]")
		}
	}
	return b.String()
}

// Subject is the path as the subject of a sentence; the empty one is the document.
func (p Path) Subject() string {
	if len(p) == 0 {
		return "the document"
	}
	return p.String()
}

// With returns a copy that goes one step further; the copy keeps paths that
// were handed out from sharing memory.
func (p Path) With(step any) Path {
	next := make(Path, len(p)+1)
	copy(next, p)
	next[len(p)] = step
	return next
}

func plainName(name string) bool {
	for i, r := range name {
		letter := r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || r != '-' && (r < '0' || r > '9')) {
			return false
		}
	}
	return name != ""
}

var (
	stepEscaper   = strings.NewReplacer("~", "~0", "/", "~1")
	stepUnescaper = strings.NewReplacer("~1", "/", "~0", "~")
)

// EscapeStep writes a name as a step of a JSON Pointer, RFC 6901.
func EscapeStep(name string) string { return stepEscaper.Replace(name) }

// UnescapeStep reads a step of a JSON Pointer.
func UnescapeStep(step string) string { return stepUnescaper.Replace(step) }

// SplitPointer returns the steps of a JSON Pointer, and whether it is one.
func SplitPointer(pointer string) ([]string, bool) {
	if pointer == "" {
		return nil, true
	}
	if pointer[0] != '/' {
		return nil, false
	}
	steps := strings.Split(pointer[1:], "/")
	for i, step := range steps {
		if !strings.Contains(step, "~") {
			continue
		}
		rest := strings.NewReplacer("~0", "", "~1", "").Replace(step)
		if strings.Contains(rest, "~") {
			return nil, false
		}
		steps[i] = UnescapeStep(step)
	}
	return steps, true
}
