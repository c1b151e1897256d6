package serve_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestStream: reports come back in the order of the documents, whatever is wrong with
// some, and as many as there are.
func TestStream(t *testing.T) {
	t.Parallel()
	c := serving(t, "")
	var body strings.Builder
	const documents = 200
	for i := range documents {
		if i%10 == 3 {
			body.WriteString("{\"service\": {\"nam\": 1}}\n")
			continue
		}
		fmt.Fprintf(&body, "{\"assessment\":{\"date\":\"2026-11-01\"},\"service\":{\"name\":\"S%d\",\"categories\":[\"hosting\"]}}\n", i)
	}
	answer := c.send("/v1/evaluate?detail=verdicts", "application/x-ndjson", body.String())
	require.Equal(t, http.StatusOK, answer.status)
	lines := strings.Split(strings.TrimSpace(answer.body), "\n")
	require.Len(t, lines, documents)
	for i, line := range lines {
		if i%10 == 3 {
			require.Contains(t, line, fmt.Sprintf(`"document":%d,`, i+1))
			continue
		}
		require.Contains(t, line, fmt.Sprintf(`"name":"S%d"`, i))
	}
}

// TestStreamGoesBothWays: the first report is there before the second document is sent.
func TestStreamGoesBothWays(t *testing.T) {
	t.Parallel()
	c := serving(t, "")
	in, out := io.Pipe()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, c.URL+"/v1/evaluate?detail=verdicts", in)
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/x-ndjson")
	const line = `{"assessment":{"date":"2026-11-01"},"service":{"name":"S","categories":["hosting"]}}` + "\n"
	go func() {
		// As many as are held at a time before the first comes out.
		for range 64 {
			if _, err := io.WriteString(out, line); err != nil {
				return
			}
		}
	}()
	answer, err := c.http.Do(r)
	require.NoError(t, err)
	defer answer.Body.Close()
	var first struct{ Service struct{ Name string } }
	require.NoError(t, json.NewDecoder(answer.Body).Decode(&first))
	require.Equal(t, "S", first.Service.Name)
	require.NoError(t, out.Close())
}

// TestStreamsAtOnce: many streams at a time are refused, and there is room again once
// they have ended.
func TestStreamsAtOnce(t *testing.T) {
	t.Parallel()
	c := serving(t, "")
	const line = `{"assessment":{"date":"2026-11-01"},"service":{"name":"S","categories":["hosting"]}}` + "\n"
	full := func() bool {
		return c.send("/v1/evaluate?detail=verdicts", "application/x-ndjson", line).status == http.StatusServiceUnavailable
	}
	var ends []*io.PipeWriter
	var answered sync.WaitGroup
	for range 8 {
		require.False(t, full())
		in, out := io.Pipe()
		ends = append(ends, out)
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, c.URL+"/v1/evaluate?detail=verdicts", in)
		require.NoError(t, err)
		r.Header.Set("Content-Type", "application/x-ndjson")
		go func() { _, _ = io.WriteString(out, strings.Repeat(line, 64)) }()
		answer, err := c.http.Do(r) // comes with the first report
		require.NoError(t, err)
		require.Equal(t, http.StatusOK, answer.StatusCode)
		answered.Go(func() { _, _ = io.Copy(io.Discard, answer.Body); _ = answer.Body.Close() })
	}
	require.True(t, full())
	require.Equal(t, http.StatusOK, c.send("/v1/evaluate", "application/json", line).status, "others are answered")
	for _, end := range ends {
		require.NoError(t, end.Close())
	}
	answered.Wait() // an answer ends after its place is free
	require.False(t, full(), "there is room again")
}
