package facts

import (
	"fmt"

	"github.com/goccy/go-yaml/token"
)

// peek returns the token that comes after skip others, nil at the end.
func (y *yamlReader) peek(skip int) *token.Token {
	if y.next+skip >= len(y.tokens) {
		return nil
	}
	return y.tokens[y.next+skip]
}

func (y *yamlReader) peekIs(kind token.Type) bool {
	t := y.peek(0)
	return t != nil && t.Type == kind
}

func (y *yamlReader) document() (*Node, bool) {
	if y.peekIs(token.DocumentHeaderType) {
		y.next++
	}
	first := y.peek(0)
	if first == nil {
		y.fail(Position{File: y.file}, "the file is empty", "")
		return nil, false
	}
	root, ok := y.block(0)
	if !ok {
		return nil, false
	}
	if y.peekIs(token.DocumentEndType) && y.peek(1) == nil {
		y.next++
	}
	y.path = nil
	switch rest := y.peek(0); {
	case rest == nil:
		return root, true
	case rest.Type == token.DocumentHeaderType || rest.Type == token.DocumentEndType:
		y.fail(y.at(rest), "a second document begins here; a file holds one", "put each document into a file of its own")
	default:
		y.unexpected(rest)
	}
	return nil, false
}

// block reads a value that may be a mapping or a list in block style. It
// stands in a column greater than indent.
func (y *yamlReader) block(indent int) (*Node, bool) {
	t := y.peek(0)
	switch {
	case t.Position.Column <= indent:
		y.unexpected(t)
		return nil, false
	case t.Type == token.SequenceEntryType:
		return y.blockList()
	case t.Type == token.MappingKeyType:
		y.fail(y.at(t), "keys are written without a question mark", "write key: value")
		return nil, false
	case y.atKey():
		return y.blockObject()
	default:
		return y.inline()
	}
}

// atKey reports whether a key with its colon comes next.
func (y *yamlReader) atKey() bool {
	key, colon := y.peek(0), y.peek(1)
	return key != nil && scalar(key) && colon != nil && colon.Type == token.MappingValueType &&
		colon.Position.Line == key.Position.Line
}

func (y *yamlReader) blockObject() (*Node, bool) {
	first := y.peek(0)
	at := y.at(first)
	if !y.enter(at) {
		return nil, false
	}
	column := first.Position.Column
	node := &Node{Kind: Object, Position: at}
	for t := first; ; {
		key, ok := y.key()
		if !ok {
			return nil, false
		}
		y.path = append(y.path, key)
		value, ok := y.blockValue(column)
		if !ok {
			return nil, false
		}
		y.path = y.path[:len(y.path)-1]
		y.member(node, key, y.at(t), value)

		next, more := y.sibling(column)
		if !more {
			return node, next == nil
		}
		if !y.atKey() {
			if next.Type == token.SequenceEntryType || next.Type == token.MappingKeyType {
				y.unexpected(next)
			} else {
				y.fail(y.at(next), fmt.Sprintf("expected a key and a colon, found %s", tokenText(next)), "")
			}
			return nil, false
		}
		t = next
	}
}

// key reads a key and its colon.
func (y *yamlReader) key() (string, bool) {
	t := y.peek(0)
	y.next += 2
	if plain(t) {
		if kind, _ := resolve(t.Value); kind != String {
			y.fail(y.at(t), fmt.Sprintf("the key %s is not text", shorten(t.Value)), "put it in quotes")
			return "", false
		}
	}
	return t.Value, true
}

// blockValue reads what belongs to a key in the given column.
func (y *yamlReader) blockValue(column int) (*Node, bool) {
	colon, t := y.tokens[y.next-1], y.peek(0)
	switch {
	case t == nil || isMarker(t):
		return y.absent(colon)
	case t.Position.Line == colon.Position.Line:
		if t.Type == token.SequenceEntryType || y.atKey() {
			y.fail(y.at(t), fmt.Sprintf("%s cannot begin on the line of its key",
				map[bool]string{true: "a list", false: "an object"}[t.Type == token.SequenceEntryType]),
				"begin it on the next line, indented; text with a colon needs quotes")
			return nil, false
		}
		return y.inline()
	case t.Position.Column > column:
		return y.block(column)
	case t.Position.Column == column && t.Type == token.SequenceEntryType:
		// The dashes of a list may stand below the first letter of its key.
		return y.blockList()
	default:
		return y.absent(colon)
	}
}

// absent is the null of a key or dash without a value.
func (y *yamlReader) absent(after *token.Token) (*Node, bool) {
	at := y.at(after)
	return &Node{Kind: Null, Position: at}, y.enter(at)
}

func (y *yamlReader) blockList() (*Node, bool) {
	first := y.peek(0)
	at := y.at(first)
	if !y.enter(at) {
		return nil, false
	}
	column := first.Position.Column
	node := &Node{Kind: Array, Position: at}
	for {
		dash := y.peek(0)
		y.next++
		y.path = append(y.path, len(node.Elements))
		var element *Node
		var ok bool
		if t := y.peek(0); t == nil || isMarker(t) || t.Position.Column <= column {
			element, ok = y.absent(dash)
		} else {
			element, ok = y.block(column)
		}
		if !ok {
			return nil, false
		}
		y.path = y.path[:len(y.path)-1]
		node.Elements = append(node.Elements, element)

		next, more := y.sibling(column)
		if !more {
			return node, next == nil
		}
		if next.Type != token.SequenceEntryType {
			// A list in the column of its key: the next key ends it.
			return node, true
		}
	}
}

// sibling looks for the next member or element of a block in the given column.
// more is false at the end of the block; a token is then one that fits nowhere
// and has been reported.
func (y *yamlReader) sibling(column int) (next *token.Token, more bool) {
	t := y.peek(0)
	if t == nil || isMarker(t) || t.Position.Column < column && t.Position.Line > y.tokens[y.next-1].Position.Line {
		return nil, false
	}
	if t.Position.Column != column || t.Position.Line <= y.tokens[y.next-1].Position.Line {
		y.unexpected(t)
		return t, false
	}
	return t, true
}

// inline reads a value that is not in block style.
func (y *yamlReader) inline() (*Node, bool) {
	t := y.peek(0)
	at := y.at(t)
	switch {
	case t.Type == token.MappingStartType:
		return y.flowObject(at)
	case t.Type == token.SequenceStartType:
		return y.flowList(at)
	case t.Type == token.LiteralType || t.Type == token.FoldedType:
		return y.blockText(at)
	case scalar(t):
		y.next++
		if !y.enter(at) {
			return nil, false
		}
		return y.scalar(t), true
	default:
		y.unexpected(t)
		return nil, false
	}
}

// blockText reads the text after | or >. The scanner leaves it out at the end of
// a file; a token that is followed by a colon is a key, not text.
func (y *yamlReader) blockText(at Position) (*Node, bool) {
	y.next++
	node := &Node{Kind: String, Position: at}
	if t := y.peek(0); t != nil && t.Type == token.StringType && !y.atKey() {
		node.Text = t.Value
		y.next++
	}
	return node, y.enter(at)
}

func (y *yamlReader) flowObject(at Position) (*Node, bool) {
	if !y.enter(at) {
		return nil, false
	}
	y.next++
	node := &Node{Kind: Object, Position: at}
	for {
		if y.peekIs(token.MappingEndType) {
			y.next++
			return node, true
		}
		t := y.peek(0)
		if !y.atKey() {
			y.expected(t, "a key and a colon, or }")
			return nil, false
		}
		key, ok := y.key()
		if !ok {
			return nil, false
		}
		y.path = append(y.path, key)
		value, ok := y.flowValue()
		if !ok {
			return nil, false
		}
		y.path = y.path[:len(y.path)-1]
		y.member(node, key, y.at(t), value)
		if !y.separated(token.MappingEndType, "}") {
			return nil, false
		}
	}
}

func (y *yamlReader) flowList(at Position) (*Node, bool) {
	if !y.enter(at) {
		return nil, false
	}
	y.next++
	node := &Node{Kind: Array, Position: at}
	for {
		if y.peekIs(token.SequenceEndType) {
			y.next++
			return node, true
		}
		if y.peek(0) == nil {
			y.expected(nil, "]")
			return nil, false
		}
		y.path = append(y.path, len(node.Elements))
		element, ok := y.inline()
		if !ok {
			return nil, false
		}
		y.path = y.path[:len(y.path)-1]
		node.Elements = append(node.Elements, element)
		if !y.separated(token.SequenceEndType, "]") {
			return nil, false
		}
	}
}

// flowValue reads the value of a key within braces, which may be missing.
func (y *yamlReader) flowValue() (*Node, bool) {
	if t := y.peek(0); t == nil || t.Type == token.MappingEndType || t.Type == token.CollectEntryType {
		return y.absent(y.tokens[y.next-1])
	}
	return y.inline()
}

// separated takes the comma after a value, or stops before the end.
func (y *yamlReader) separated(end token.Type, name string) bool {
	if y.peekIs(token.CollectEntryType) {
		y.next++
		return true
	}
	if y.peekIs(end) {
		return true
	}
	y.expected(y.peek(0), "a comma or "+name)
	return false
}

func (y *yamlReader) expected(t *token.Token, what string) {
	if t == nil {
		last := y.tokens[len(y.tokens)-1]
		y.fail(y.at(last), fmt.Sprintf("the document ends after this; expected %s", what), "")
		return
	}
	y.fail(y.at(t), fmt.Sprintf("expected %s, found %s", what, tokenText(t)), "")
}

func (y *yamlReader) unexpected(t *token.Token) {
	hint := "check how far the line is indented; text with a colon or quotes in it needs quotes"
	y.fail(y.at(t), fmt.Sprintf("did not expect %s here", tokenText(t)), hint)
}

// isMarker reports whether a token is --- or ..., which end everything.
func isMarker(t *token.Token) bool {
	return t.Type == token.DocumentHeaderType || t.Type == token.DocumentEndType
}

func tokenText(t *token.Token) string {
	if scalar(t) && !plain(t) {
		return "text in quotes"
	}
	return shorten(t.Value)
}
