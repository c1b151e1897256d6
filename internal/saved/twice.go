package saved

import (
	"bytes"
	"encoding/json"
)

// twice finds the first key that one object of a text in JSON has two times, and where
// the second begins. The text must be valid. Of two values the decoder of the standard
// library takes the last one, which another reader of the report may not.
func twice(text []byte) (key string, offset int, found bool) {
	var objects []map[string]bool // the keys of those that are open
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{':
			objects = append(objects, map[string]bool{})
		case '}':
			objects = objects[:len(objects)-1]
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
			key = string(written)
			if bytes.ContainsRune(written, '\\') {
				_ = json.Unmarshal(text[begin:i+1], &key) // valid as the whole is
			}
			keys := objects[len(objects)-1]
			if keys[key] {
				return key, begin, true
			}
			keys[key] = true
		}
	}
	return "", 0, false
}
