package page

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/dsaeval/dsaeval/internal/answer"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factfile"
)

// claimIn is the nearest entry of provenance for a fact.
func claimIn(file *factfile.File, pointer string) any {
	for at := pointer; at != ""; at = at[:strings.LastIndexByte(at, '/')] {
		if claim, ok := file.Given(document.Path{"provenance", at}.Pointer()); ok {
			return claim
		}
	}
	return nil
}

// idsOf are the ids of the sources of an entry of provenance.
func idsOf(claim any) []any {
	if object, ok := claim.(map[string]any); ok {
		claim = object["sources"]
	}
	ids, _ := claim.([]any)
	return ids
}

// sourceIn is where a document says that a fact comes from.
func sourceIn(file *factfile.File, pointer string) string {
	var titles []string
	for _, id := range idsOf(claimIn(file, pointer)) {
		about, _ := file.Given(document.Path{"sources", fmt.Sprint(id)}.Pointer())
		if object, ok := about.(map[string]any); ok {
			titles = append(titles, fmt.Sprint(object["title"]))
		}
	}
	return strings.Join(titles, "; ")
}

// takeOver writes facts of one document into another.
func (p *Pages) takeOver(file, from *factfile.File, taken []given) (*factfile.File, error) {
	ids := map[string]string{} // of the sources, there and here
	for _, f := range taken {
		entry := factfile.Entry{Pointer: f.pointer, Value: f.value}
		if fact, known := p.judge.Catalogue.Fact(f.pointer); known {
			entry.Comment = answer.Comment(file, fact)
		}
		var err error
		if file, err = file.Set(entry); err != nil {
			return nil, err
		}
		claim := claimIn(from, f.pointer)
		if claim == nil {
			continue
		}
		var own []any
		for _, id := range idsOf(claim) {
			name := fmt.Sprint(id)
			if ids[name] == "" {
				if file, ids[name], err = takeSource(file, from, name); err != nil {
					return nil, err
				}
			}
			own = append(own, ids[name])
		}
		var value any = own
		if object, ok := claim.(map[string]any); ok && object["status"] != nil {
			value = map[string]any{"sources": own, "status": object["status"]}
		}
		if file, err = file.Set(factfile.Entry{Pointer: document.Path{"provenance", f.pointer}.Pointer(), Value: value}); err != nil {
			return nil, err
		}
	}
	return file, nil
}

// takeSource writes a source, under its id or, where that is taken, under a new one.
func takeSource(file, from *factfile.File, id string) (*factfile.File, string, error) {
	about, ok := from.Given(document.Path{"sources", id}.Pointer())
	if !ok {
		return nil, "", errors.New(say("import.failed", id))
	}
	own := id
	for n := 2; ; n++ {
		pointer := document.Path{"sources", own}.Pointer()
		have, taken := file.Given(pointer)
		if taken && reflect.DeepEqual(have, about) {
			return file, own, nil
		}
		if !taken {
			changed, err := file.Set(factfile.Entry{Pointer: pointer, Value: about})
			return changed, own, err
		}
		own = fmt.Sprintf("%s-%d", id, n)
	}
}
