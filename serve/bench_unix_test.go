//go:build unix

package serve_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/serve"
)

// BenchmarkAnswer is the time from an answer to the page with the verdicts that follow,
// on the server: the answer is written to the disk, judged, and the page is drawn.
//
//	go test ./serve -run XXX -bench Answer -benchtime 100x
func BenchmarkAnswer(b *testing.B) {
	dir := b.TempDir()
	file := filepath.Join(dir, "facts.yaml")
	content, err := os.ReadFile("../fixtures/cases/temu-2026-05-decision/facts.yaml")
	require.NoError(b, err)
	require.NoError(b, os.WriteFile(file, content, 0o644))
	server, err := serve.New(serve.Options{Engine: built(), Dir: dir, Today: today})
	require.NoError(b, err)
	defer func() { _ = server.Close() }()
	do := func(method, path string, form url.Values) *httptest.ResponseRecorder {
		r := httptest.NewRequest(method, "http://localhost"+path, strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		server.Handler().ServeHTTP(w, r)
		return w
	}
	const fact = "/reporting_pipeline/notices_automated_count"
	n := 0
	was := page{body: do(http.MethodGet, "/s/facts.yaml/fact?at="+fact, nil).Body.String()}.hidden(b, fact, "was")
	longest, worked := time.Duration(0), time.Duration(0)
	b.ResetTimer()
	for b.Loop() {
		n++
		now := strconv.Itoa(n) // another answer each time, so that nothing is remembered
		begin, before := time.Now(), processor()
		saved := do(http.MethodPost, "/s/facts.yaml/answer", url.Values{"at": {fact}, "answer": {now}, "was": {was}})
		require.Equal(b, http.StatusSeeOther, saved.Code, saved.Body)
		shown := do(http.MethodGet, saved.Header().Get("Location"), nil)
		require.Equal(b, http.StatusOK, shown.Code)
		require.Contains(b, shown.Body.String(), "Saved:")
		longest, worked = max(longest, time.Since(begin)), worked+processor()-before
		b.StopTimer()
		was = page{body: do(http.MethodGet, "/s/facts.yaml/fact?at="+fact, nil).Body.String()}.hidden(b, fact, "was")
		b.StartTimer()
	}
	b.ReportMetric(float64(longest.Milliseconds()), "ms/longest")
	b.ReportMetric(float64(worked.Microseconds())/1000/float64(n), "ms-processor/op")
}

// processor is the time of processors that the program has taken: what is left of a
// measurement where the machine is shared.
func processor() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
