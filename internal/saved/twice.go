package saved

import (
	"bytes"
	"fmt"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/dsaeval/dsaeval/internal/document"
)

// level is an object or a list that is open.
type level struct {
	keys map[string]bool // of an object, as they are compared
	free bool            // a value of the facts or a map, in which keys are anybody's
}

// doubtful finds the first key of a text in JSON that two readers may understand in two
// ways, with the offset at which it begins; message is empty if there is none. The text
// must be valid. Of a key that stands twice in one object the decoder of the standard
// library takes the last value; and it takes Verdict for verdict.
func doubtful(text []byte) (message string, offset int) {
	names := namesOfReports()
	// What the standard library has read is read here, too.
	tokens := jsontext.NewDecoder(bytes.NewBuffer(text), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	open := []level{{}}
	free := false // the value of the key before is anybody's
	for {
		here := &open[len(open)-1]
		switch tokens.PeekKind() {
		case '{', '[':
			open = append(open, level{map[string]bool{}, free || here.free})
		case '}', ']':
			open = open[:len(open)-1]
		}
		before := int(tokens.InputOffset())
		token, err := tokens.ReadToken()
		if err != nil {
			return "", 0 // the end of what is valid
		}
		of, n := tokens.StackIndex(tokens.StackDepth())
		if free = false; of != '{' || n%2 == 0 {
			continue // no key
		}
		key := token.String()
		compared := key
		if !here.free {
			compared, free = fold(key), names.free[key]
		}
		begin := before + bytes.IndexByte(text[before:], '"')
		if here.keys[compared] {
			return fmt.Sprintf("the key %s is given twice in one object", document.Quoted(key)), begin
		}
		here.keys[compared] = true
		if name := names.folded[compared]; !here.free && name != "" && !names.all[key] {
			return fmt.Sprintf("the key %s is written %s", document.Quoted(key), document.Quoted(name)), begin
		}
	}
}
