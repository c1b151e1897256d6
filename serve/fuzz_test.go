package serve_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/serve"
)

// FuzzHandlers sends anything to any handler: no crash, no error of the program, nothing
// outside the folder, no path of the machine, and a file that can still be read.
//
//	go test ./serve -run XXX -fuzz FuzzHandlers -fuzztime 1m
func FuzzHandlers(f *testing.F) {
	for _, seed := range []struct{ method, path, kind, body string }{
		{"GET", "/s/facts.yaml?by=section&of=minors&q=x", "", ""},
		{"GET", "/s/facts.yaml/fact?at=/service/suspensions/0/from", "", ""},
		{"GET", "/s/facts.yaml/obligation/dsa.art16.6?all=1", "", ""},
		{"GET", "/s/..%2F..%2Fetc%2Fpasswd", "", ""},
		{"GET", "/s/facts.yaml/report/html?save=1", "", ""},
		{"POST", "/s/facts.yaml/answer", "application/x-www-form-urlencoded", "at=/minors/terms_allow_minors&answer=yes&was=&source=Anna&day=2026-01-01&status=documented&back=by%3Dgiven"},
		{"POST", "/s/facts.yaml/answer", "application/x-www-form-urlencoded", "at=/service/categories&answer=hosting&answer=caching&was=%5B%22hosting%22%5D"},
		{"POST", "/s/facts.yaml/answer", "application/x-www-form-urlencoded", "at=/service/suspensions&answer=%5B%7B%7D%5D&was="},
		{"POST", "/begin", "application/x-www-form-urlencoded", "name=x&date=2026-01-01&file=x.facts.yaml&begin-service.categories=hosting"},
		{"POST", "/s/facts.yaml/take", "application/x-www-form-urlencoded", "document=service%3A+%7Bname%3A+X%2C+categories%3A+%5Bhosting%5D%7D&take=/service/name&seen="},
		{"POST", "/s/facts.yaml/import", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.yaml\"\r\n\r\nservice: {}\r\n--x--\r\n"},
		{"POST", "/s/facts.yaml/undo", "application/x-www-form-urlencoded", "seen=x"},
		{"POST", "/s/facts.yaml/try", "", ""},
		{"POST", "/v1/evaluate?detail=findings&only=16&format=csv", "application/yaml", shop},
		{"POST", "/v1/evaluate", "application/x-ndjson", "{}\n{\"service\":{}}\n"},
		{"POST", "/v1/next-questions?count=3&skip=/a", "", shop},
		{"POST", "/v1/explain?id=dsa.art16.6", "", shop},
		{"POST", "/v1/diff", "application/json", `{"old":{},"new":{"schema_version":2,"obligations":[]}}`},
		{"GET", "/v1/schema?name=report", "", ""},
		{"PUT", "/v1/facts?article=16", "", ""},
	} {
		f.Add(seed.method, seed.path, seed.kind, []byte(seed.body))
	}
	dir := f.TempDir()
	server, err := serve.New(serve.Options{Engine: built(), Dir: filepath.Join(dir, "in"), Today: today})
	require.Error(f, err, "there is no such folder yet")
	require.NoError(f, os.Mkdir(filepath.Join(dir, "in"), 0o755))
	server, err = serve.New(serve.Options{Engine: built(), Dir: filepath.Join(dir, "in"), Today: today})
	require.NoError(f, err)
	f.Cleanup(func() { _ = server.Close() })
	handler := server.Handler()
	var one sync.Mutex // each input begins with the same file
	f.Fuzz(func(t *testing.T, method, path, kind string, body []byte) {
		one.Lock()
		defer one.Unlock()
		file := filepath.Join(dir, "in", "facts.yaml")
		require.NoError(t, os.WriteFile(file, []byte(shop), 0o644))
		r, err := http.NewRequestWithContext(t.Context(), method, "http://localhost"+path, bytes.NewReader(body))
		if err != nil || !strings.HasPrefix(r.URL.Path, "/") || r.URL.Host != "localhost" {
			t.Skip()
		}
		r.RequestURI = r.URL.RequestURI()
		if kind != "" {
			r.Header.Set("Content-Type", kind)
		}
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		require.True(t, w.Code < 500 || w.Code == http.StatusNotImplemented, "%d %s", w.Code, w.Body)
		require.NotContains(t, w.Body.String(), dir)
		outside, err := os.ReadDir(dir)
		require.NoError(t, err)
		require.Len(t, outside, 1, "something was written outside the folder")
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		_, err = built().Load("facts.yaml", content)
		require.NoError(t, err, "%s", content)
	})
}
