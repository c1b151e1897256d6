package facts

import "fmt"

// block reads a value that may be a mapping or a list in block style, and is
// indented more than its parent.
func (y *yamlReader) block(parent int) (*Node, bool) {
	start := y.i
	switch {
	case y.peek(0) == '-' && blank(y.peek(1)):
		return y.blockList()
	case y.peek(0) == '?' && blank(y.peek(1)):
		y.failAt(y.i, "keys are written without a question mark", "write key: value")
		return nil, false
	case y.properties():
		if !y.skipProperty() {
			return nil, false
		}
		if y.over() || y.fresh() && y.column() <= parent {
			return y.absent(start)
		}
		return y.block(parent)
	}
	if key, ok := y.key(); ok {
		return y.blockObject(start, key)
	} else if y.stopped {
		return nil, false
	}
	return y.inline(parent)
}

// properties reports whether an anchor or a tag comes next.
func (y *yamlReader) properties() bool { return y.peek(0) == '&' || y.peek(0) == '!' }

// skipProperty refuses an anchor or tag and goes on behind it.
func (y *yamlReader) skipProperty() bool {
	ok := true
	if y.peek(0) == '&' {
		ok = y.refuse("anchors and aliases (& and *) are not used in facts", "write the value out where it is needed")
	} else {
		ok = y.refuse("tags such as "+y.tag()+" are not used in facts", "remove it; quotes make a value text")
	}
	y.skipWord()
	return ok && y.space()
}

func (y *yamlReader) tag() string {
	end := y.i
	for end < len(y.src) && !blank(y.src[end]) {
		end++
	}
	return shorten(string(y.src[y.i:end]))
}

func (y *yamlReader) skipWord() {
	for !y.atEnd() && !blank(y.src[y.i]) && (y.flow == 0 || !flowSign(y.src[y.i])) {
		y.i++
	}
}

// yamlKey is a key that has been read with its colon.
type yamlKey struct {
	text  string
	start int
}

func (y *yamlReader) blockObject(start int, key yamlKey) (*Node, bool) {
	at := y.at(start)
	column := start - y.lineStart
	if !y.enter(at) || !y.noTab() {
		return nil, false
	}
	node := &Node{Kind: Object, Position: at}
	for {
		keyAt := y.at(key.start)
		y.path = append(y.path, key.text)
		value, ok := y.blockValue(column)
		if !ok {
			return nil, false
		}
		y.path = y.path[:len(y.path)-1]
		y.member(node, key.text, keyAt, value)

		more, ok := y.sibling(column)
		if !more || !ok {
			return node, ok
		}
		next := y.i
		if key, ok = y.key(); !ok {
			if !y.stopped {
				y.i = next
				y.notAKey()
			}
			return nil, false
		}
	}
}

func (y *yamlReader) notAKey() {
	if y.peek(0) == '-' && blank(y.peek(1)) || y.peek(0) == ':' {
		y.unexpected(y.i)
		return
	}
	y.failAt(y.i, "expected a key and a colon, found "+y.word(y.i), "")
}

// blockValue reads what belongs to a key in the given column.
func (y *yamlReader) blockValue(column int) (*Node, bool) {
	colon, line := y.i-1, y.lineStart
	if !y.space() {
		return nil, false
	}
	for y.properties() && !y.atEnd() && (y.lineStart == line || y.column() > column) {
		if !y.skipProperty() {
			return nil, false
		}
	}
	switch {
	case y.over():
		return y.absent(colon)
	case y.lineStart == line:
		return y.sameLine(column)
	case y.column() > column:
		return y.block(column)
	case y.column() == column && y.peek(0) == '-' && blank(y.peek(1)):
		// The dashes of a list may stand below the first letter of its key.
		return y.blockList()
	default:
		return y.absent(colon)
	}
}

// sameLine reads a value on the line of its key.
func (y *yamlReader) sameLine(column int) (*Node, bool) {
	start, line := y.i, y.lineStart
	what := ""
	if y.peek(0) == '-' && blank(y.peek(1)) {
		what = "a list"
	} else if _, ok := y.key(); ok {
		what = "an object"
	} else if y.stopped {
		return nil, false
	}
	if what != "" {
		y.failAt(start, what+" cannot begin on the line of its key",
			"begin it on the next line, indented; text with a colon needs quotes")
		return nil, false
	}
	y.i, y.lineStart = start, line
	return y.inline(column)
}

// absent is the null of a key or dash without a value.
func (y *yamlReader) absent(offset int) (*Node, bool) {
	at := y.at(offset)
	return &Node{Kind: Null, Position: at}, y.enter(at)
}

func (y *yamlReader) blockList() (*Node, bool) {
	at := y.at(y.i)
	column := y.column()
	if !y.enter(at) || !y.noTab() {
		return nil, false
	}
	node := &Node{Kind: Array, Position: at}
	for {
		dash := y.i
		y.i++
		if !y.space() {
			return nil, false
		}
		y.path = append(y.path, len(node.Elements))
		var element *Node
		var ok bool
		if y.over() || y.column() <= column {
			element, ok = y.absent(dash)
		} else {
			element, ok = y.block(column)
		}
		if !ok {
			return nil, false
		}
		y.path = y.path[:len(y.path)-1]
		node.Elements = append(node.Elements, element)

		more, ok := y.sibling(column)
		if !more || !ok {
			return node, ok
		}
		if y.peek(0) != '-' || !blank(y.peek(1)) {
			// A list in the column of its key: the next key ends it.
			return node, true
		}
	}
}

// sibling looks for the next member or element of a block in the given column.
// It is not ok if something else stands there.
func (y *yamlReader) sibling(column int) (more, ok bool) {
	if !y.space() {
		return false, false
	}
	switch {
	case y.over() || y.fresh() && y.column() < column:
		return false, true
	case y.fresh() && y.column() == column:
		return true, true
	default:
		y.unexpected(y.i)
		return false, false
	}
}

// inline reads a value that is not in block style.
func (y *yamlReader) inline(parent int) (*Node, bool) {
	start := y.i
	at := y.at(start)
	switch char := y.peek(0); {
	case char == '{':
		return y.flowObject(at)
	case char == '[':
		return y.flowList(at)
	case char == '*':
		ok := y.refuse("anchors and aliases (& and *) are not used in facts", "write the value out where it is needed")
		y.skipWord()
		return &Node{Kind: Null, Position: at}, ok && y.enter(at)
	case y.flow == 0 && (char == '|' || char == '>'):
		text, ok := y.blockText(parent)
		return &Node{Kind: String, Position: at, Text: text}, ok && y.enter(at)
	case char == '"' || char == '\'':
		text, ok := y.quoted()
		return &Node{Kind: String, Position: at, Text: text}, ok && y.enter(at)
	case char == '@' || char == '`' || char == '%':
		y.failAt(start, fmt.Sprintf("text cannot begin with %c", char), "put it in quotes")
		return nil, false
	case !y.plainStart():
		y.unexpected(start)
		return nil, false
	}
	text, ok := y.plain(parent)
	if !ok || !y.enter(at) {
		return nil, false
	}
	return y.resolve(at, text), true
}
