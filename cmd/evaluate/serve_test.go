package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestServe starts the command, asks it something, and ends it as Ctrl-C does.
func TestServe(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note, addr string
		token      bool // is made, and needed
	}{
		{"this machine alone", "127.0.0.1:0", false},
		{"others, too", "0.0.0.0:0", true},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			require.NoError(t, os.WriteFile(filepath.Join(dir, "facts.yaml"), []byte("assessment: {date: 2026-11-01}\nservice: {name: Bazaar, categories: [hosting]}\n"), 0o644))
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			read, write := io.Pipe()
			command := newRoot()
			command.SetArgs([]string{"serve", dir, "--addr", c.addr, "--no-config"})
			command.SetOut(write)
			command.SetErr(io.Discard)
			ended := make(chan error, 1)
			go func() { ended <- command.ExecuteContext(ctx) }()
			lines := bufio.NewReader(read)
			address, err := lines.ReadString('\n')
			require.NoError(t, err)
			address = strings.TrimSpace(address)
			token := ""
			if c.token {
				line, err := lines.ReadString('\n')
				require.NoError(t, err)
				token = strings.TrimSpace(strings.TrimPrefix(line, "token: "))
				require.GreaterOrEqual(t, len(token), minToken)
			}
			ask := func(token string) (int, string) {
				r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
				require.NoError(t, err)
				if token != "" {
					r.Header.Set("Authorization", "Bearer "+token)
				}
				answer, err := http.DefaultClient.Do(r)
				require.NoError(t, err)
				defer answer.Body.Close()
				body, err := io.ReadAll(answer.Body)
				require.NoError(t, err)
				return answer.StatusCode, string(body)
			}
			if c.token {
				status, _ := ask("")
				require.Equal(t, http.StatusUnauthorized, status)
			}
			status, body := ask(token)
			require.Equal(t, http.StatusOK, status)
			require.Contains(t, body, "Bazaar")
			cancel()
			select {
			case err := <-ended:
				require.NoError(t, err)
			case <-time.After(10 * time.Second):
				require.Fail(t, "it does not end")
			}
		})
	}
}
