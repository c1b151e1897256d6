package saved

import (
	"bytes"
	"encoding/json"
	"fmt"

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
	var open []level
	free := false // what opens next stands behind a key of anybody's keys
	push := func(keys map[string]bool) {
		open = append(open, level{keys, free || len(open) > 0 && open[len(open)-1].free})
		free = false
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{':
			push(map[string]bool{})
		case '[':
			push(nil)
		case '}', ']':
			open = open[:len(open)-1]
		case '"':
			begin := i
			for i++; text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
			// Only a key has a colon behind it.
			if !bytes.HasPrefix(bytes.TrimLeft(text[i+1:], " \t\r\n"), []byte{':'}) {
				continue
			}
			written := text[begin+1 : i]
			key := string(written)
			if bytes.ContainsRune(written, '\\') {
				_ = json.Unmarshal(text[begin:i+1], &key) // valid as the whole is
			}
			here := open[len(open)-1]
			compared := key
			if !here.free {
				compared = fold(key)
				free = names.free[key]
			}
			if here.keys[compared] {
				return fmt.Sprintf("the key %s is given twice in one object", document.Quoted(key)), begin
			}
			here.keys[compared] = true
			if name := names.folded[compared]; !here.free && name != "" && !names.all[key] {
				return fmt.Sprintf("the key %s is written %s", document.Quoted(key), document.Quoted(name)), begin
			}
		case ',':
			free = false
		}
	}
	return "", 0
}
