package calendar_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask/calendar"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	_ "github.com/dsaeval/dsaeval/internal/testheap"
)

var newEngine = sync.OnceValues(func() (*engine.Engine, error) { return engine.New(context.Background()) })

func eng(t require.TestingT) *engine.Engine {
	e, err := newEngine()
	require.NoError(t, err)
	return e
}

// platform is a designated platform that is established in Ireland.
const platform = `
assessment: {date: 2026-01-15}
service:
  name: Example
  provider: Example Ltd
  categories: [hosting, online_platform]
  offers_services_in_eu: true
  offered_in_union_since: 2015-03-01
  established_in_eu: true
  establishment_state: IE
  enterprise_size: large
  size_status_lost: false
  designation_status: vlop
  designation_decided_on: 2023-04-25
  designation_notified_on: 2023-04-25
  designation_terminated: false
`

func load(t require.TestingT, content string) *facts.Facts {
	documents, err := eng(t).Load("facts.yaml", []byte(content))
	require.NoError(t, err)
	return documents[0]
}

// changed returns the platform with other facts, by their dotted paths; nil takes
// one away.
func changed(t require.TestingT, changes map[string]any) *facts.Facts {
	var document map[string]any
	require.NoError(t, yaml.Unmarshal([]byte(platform), &document))
	document["assessment"] = map[string]any{"date": "2026-01-15"} // YAML has read a time
	for path, value := range changes {
		section, name, _ := strings.Cut(path, ".")
		facts, ok := document[section].(map[string]any)
		if !ok {
			facts = map[string]any{}
			document[section] = facts
		}
		facts[name] = value
	}
	for name, value := range document["service"].(map[string]any) {
		if day, isDay := value.(time.Time); isDay {
			document["service"].(map[string]any)[name] = day.Format(time.DateOnly)
		}
	}
	content, err := json.Marshal(document)
	require.NoError(t, err)
	return load(t, string(content))
}

func of(t *testing.T, f *facts.Facts, until string) *calendar.Calendar {
	t.Helper()
	c, err := eng(t).Calendar(t.Context(), f, report.Day(until))
	require.NoError(t, err)
	return c
}

// ofOne is the calendar of one obligation, where the others are no matter: TestOneOfAll
// shows that it is what stands in the calendar of all.
func ofOne(t *testing.T, f *facts.Facts, obligation string) *calendar.Calendar {
	t.Helper()
	narrow, err := eng(t).Select([]string{obligation}, nil)
	require.NoError(t, err)
	c, err := narrow.Calendar(t.Context(), f, "")
	require.NoError(t, err)
	return c
}

// fixtures are the documents of the cases.
func fixtures(t *testing.T) []*facts.Facts {
	t.Helper()
	files, err := filepath.Glob("../../../fixtures/cases/*/*facts.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var all []*facts.Facts
	for _, file := range files {
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		documents, err := eng(t).Load(filepath.Base(filepath.Dir(file)), content)
		require.NoError(t, err)
		all = append(all, documents...)
	}
	return all
}
