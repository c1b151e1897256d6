package facts

import "fmt"

func flowSign(char byte) bool {
	switch char {
	case ',', '[', ']', '{', '}':
		return true
	default:
		return false
	}
}

func (y *yamlReader) flowObject(at Position) (*Node, bool) {
	node := &Node{Kind: Object, Position: at}
	if !y.open(at) {
		return nil, false
	}
	for {
		if end, ok := y.closed('}'); end || !ok {
			return node, ok
		}
		key, ok := y.key()
		if !ok {
			if !y.stopped {
				y.i = key.start
				y.expected("a key and a colon, or }")
			}
			return nil, false
		}
		keyAt := y.at(key.start)
		y.path = append(y.path, key.text)
		value, ok := y.flowValue()
		if !ok {
			return nil, false
		}
		y.path = y.path[:len(y.path)-1]
		y.member(node, key.text, keyAt, value)
		if !y.separated('}') {
			return nil, false
		}
	}
}

func (y *yamlReader) flowList(at Position) (*Node, bool) {
	node := &Node{Kind: Array, Position: at}
	if !y.open(at) {
		return nil, false
	}
	for {
		if end, ok := y.closed(']'); end || !ok {
			return node, ok
		}
		y.path = append(y.path, len(node.Elements))
		element, ok := y.flowNode()
		if !ok {
			return nil, false
		}
		y.path = y.path[:len(y.path)-1]
		node.Elements = append(node.Elements, element)
		if !y.separated(']') {
			return nil, false
		}
	}
}

// open takes a bracket; closed takes the one that belongs to it.
func (y *yamlReader) open(at Position) bool {
	y.i++
	y.flow++
	return y.enter(at)
}

func (y *yamlReader) closed(end byte) (closed, ok bool) {
	if !y.space() {
		return false, false
	}
	if y.atEnd() {
		y.expected(string(end))
		return false, false
	}
	if y.src[y.i] != end {
		return false, true
	}
	y.i++
	y.flow--
	return true, true
}

func (y *yamlReader) flowNode() (*Node, bool) {
	start := y.i
	for y.properties() && !y.atEnd() {
		if !y.skipProperty() {
			return nil, false
		}
	}
	if y.atEnd() || y.peek(0) == ',' && start != y.i {
		return y.absent(start)
	}
	return y.inline(0)
}

// flowValue reads the value of a key within braces, which may be missing.
func (y *yamlReader) flowValue() (*Node, bool) {
	colon := y.i - 1
	if !y.space() {
		return nil, false
	}
	if y.atEnd() || y.peek(0) == ',' || y.peek(0) == '}' {
		return y.absent(colon)
	}
	return y.flowNode()
}

// separated takes the comma after a value, or stops before the end.
func (y *yamlReader) separated(end byte) bool {
	if !y.space() {
		return false
	}
	switch {
	case !y.atEnd() && y.src[y.i] == ',':
		y.i++
		return true
	case !y.atEnd() && y.src[y.i] == end:
		return true
	default:
		y.expected("a comma or " + string(end))
		return false
	}
}

func (y *yamlReader) expected(what string) {
	if y.atEnd() {
		y.failAt(y.i, fmt.Sprintf("the document ends too early; expected %s", what), "")
		return
	}
	y.failAt(y.i, fmt.Sprintf("expected %s, found %s", what, y.word(y.i)), "")
}
