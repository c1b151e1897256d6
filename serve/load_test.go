//go:build load && unix

package serve_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestLoad asks /v1/evaluate at a steady rate, in full and for findings alone, and tells
// how long answers take and whether memory grows. It measures the machine as much as the
// program and is run by hand:
//
//	go test -tags load -run TestLoad -v -timeout 10m ./serve
func TestLoad(t *testing.T) {
	content, err := os.ReadFile("../fixtures/cases/instagram-2023-06/facts.yaml")
	require.NoError(t, err)
	duration := time.Minute
	if text := os.Getenv("DSAEVAL_LOAD"); text != "" {
		duration, err = time.ParseDuration(text)
		require.NoError(t, err)
	}
	for _, load := range []struct {
		detail string
		rate   int // requests a second
	}{{"full", 50}, {"findings", 200}} {
		t.Run(load.detail, func(t *testing.T) {
			_, address, stop := running(t, shop)
			url := "http://" + address + "/v1/evaluate?as_of=2023-09-01&detail=" + load.detail
			client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64, MaxConnsPerHost: 64}}
			sendOne(t, client, url, string(content)) // what is made once is made
			var mu sync.Mutex
			var times []time.Duration
			failures := map[string]int{}
			var wait sync.WaitGroup
			before, between := memory(), uint64(0)
			begin, worked := time.Now(), processor()
			total := int(duration.Seconds()) * load.rate
			for n := range total {
				due := begin.Add(time.Duration(n) * time.Second / time.Duration(load.rate))
				time.Sleep(time.Until(due))
				if n == total/2 {
					between = memory()
				}
				wait.Go(func() {
					err := sendOne(t, client, url, string(content))
					took := time.Since(due) // with what it waited, so that no delay is left out
					mu.Lock()
					defer mu.Unlock()
					times = append(times, took)
					if err != nil {
						failures[err.Error()]++
					}
				})
			}
			wait.Wait()
			after := memory()
			slices.Sort(times)
			at := func(p float64) time.Duration {
				return times[min(len(times)-1, int(p*float64(len(times))))].Round(100 * time.Microsecond)
			}
			t.Logf("%s, %d a second for %v: %d answers in %v; median %v, p99 %v, longest %v", load.detail, load.rate, duration, len(times), time.Since(begin).Round(time.Millisecond), at(0.5), at(0.99), at(1))
			t.Logf("of the processor, client and server together: %v for an answer", (processor()-worked)/time.Duration(len(times)))
			t.Logf("heap after a collection: %d KiB before, %d KiB halfway, %d KiB after", before>>10, between>>10, after>>10)
			require.Empty(t, failures)
			require.Less(t, after, between+(16<<20), "memory grows")
			require.NoError(t, stop())
		})
	}
}

func sendOne(t *testing.T, client *http.Client, url, body string) error {
	r, err := http.NewRequestWithContext(context.WithoutCancel(t.Context()), http.MethodPost, url, strings.NewReader(body))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/yaml")
	answer, err := client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	n, err := io.Copy(io.Discard, answer.Body)
	if err == nil && (answer.StatusCode != http.StatusOK || n < 1000) {
		err = fmt.Errorf("status %d with %d bytes", answer.StatusCode, n)
	}
	return err
}

// memory is what is in use after a collection.
func memory() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
