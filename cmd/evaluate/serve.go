package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/internal/crash"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/serve"
)

// listening holds the flags of the command serve.
type listening struct {
	selection
	config    configuration
	addr      string
	open      bool
	hosts     []string
	tokenFile string
	rates     []string
}

const serveHelp = `serve opens a page on this machine on which questions are answered and verdicts
fall into place, and an HTTP API beside it. FACTS is a folder with files of facts, the
working directory if it is left out, or one file.

The file of facts is the only state. Answers are written into it as evaluate ask does,
comments and order stay, and the last answer can be undone. A file that another program
changes meanwhile is noticed and never written over.

Only this machine is listened to unless --addr says otherwise. Then every request needs
the token of --token-file or, without one, the token that is printed at the start:
programs send it as a bearer token, browsers ask for it as a password. Use a proxy with
TLS in front, and name it with --host; docs/serve.md shows how.

No request leaves the machine.`

const serveExamples = `  evaluate serve
  evaluate serve facts.yaml --open
  evaluate serve facts/ --addr 0.0.0.0:8787 --host dsa.example.org --token-file token
  curl -s --data-binary @facts.yaml -H 'Content-Type: application/yaml' http://127.0.0.1:8787/v1/evaluate`

func newServe() *cobra.Command {
	var s listening
	cmd := &cobra.Command{
		Use:     "serve [FACTS]",
		Short:   "Answer questions and read verdicts on a page, or over HTTP",
		Long:    serveHelp,
		Example: serveExamples,
		Args:    asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.run(cmd, args)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&s.addr, "addr", "127.0.0.1:8787", "address and port to listen at; port 0 takes a free one")
	flags.BoolVar(&s.open, "open", false, "open the page in the browser")
	flags.StringArrayVar(&s.hosts, "host", nil, "name by which the server may be asked beside its address, such as that of a proxy; can be repeated")
	flags.StringVar(&s.tokenFile, "token-file", "", "file whose first line is the token that every request needs")
	addRates(cmd, &s.rates)
	s.addRules(cmd)
	s.config.serve(cmd, serving{except: exceptOwn})
	return cmd
}

func (s *listening) run(cmd *cobra.Command, args []string) error {
	dir, only, err := servedAt(args)
	if err != nil {
		return err
	}
	rates, err := ratesOf(s.rates)
	if err != nil {
		return err
	}
	listener, err := s.listen(cmd.Context())
	if err != nil {
		return err
	}
	defer listener.Close()
	token, made, err := s.token(listener)
	if err != nil {
		return err
	}
	eng, err := s.engine(cmd.Context(), engine.WithFineOptions(fine.Options{Rates: rates}))
	if err != nil {
		return err
	}
	server, err := serve.New(serve.Options{
		Engine: eng, Dir: dir, Only: only, Token: token, Hosts: s.hosts,
		Log: slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	if err != nil {
		return err
	}
	address := addressOf(listener)
	fmt.Fprintln(cmd.OutOrStdout(), address)
	if made {
		fmt.Fprintf(cmd.OutOrStdout(), "token: %s\n", token)
	}
	fmt.Fprintln(cmd.ErrOrStderr(), "Ctrl-C ends it; what is saved stays.")
	if s.open {
		if err := browse(address); err != nil {
			fmt.Fprintf(cmd.ErrOrStderr(), "note: no browser could be started; open %s\n", address)
		}
	}
	return server.Run(cmd.Context(), listener)
}

// listen opens the address, and says in words what is wrong with one that is none.
func (s *listening) listen(ctx context.Context) (net.Listener, error) {
	const hint = "HOST:PORT, such as 127.0.0.1:8787; the port is 0 to 65535"
	_, port, err := net.SplitHostPort(s.addr)
	if err != nil {
		return nil, document.Hinted(fmt.Errorf("--addr: %q is not an address with a port", s.addr), hint)
	}
	if _, err := net.DefaultResolver.LookupPort(ctx, "tcp", port); err != nil {
		return nil, document.Hinted(fmt.Errorf("--addr: %q is no port", port), hint)
	}
	listener, err := net.Listen("tcp", s.addr)
	if err != nil {
		return nil, fmt.Errorf("--addr: %w", err)
	}
	return listener, nil
}

// servedAt is the folder that is served and, where one file is named, that file.
func servedAt(args []string) (dir, only string, err error) {
	if len(args) == 0 {
		return ".", "", nil
	}
	info, err := os.Stat(args[0])
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", "", document.Hinted(fmt.Errorf("%s: there is no such file or folder", args[0]), "evaluate serve, without a file, to begin with a new one")
	case err != nil:
		return "", "", err
	case info.IsDir():
		return args[0], "", nil
	}
	return filepath.Dir(args[0]), filepath.Base(args[0]), nil
}

// addressOf is where a browser on this machine finds the page.
func addressOf(l net.Listener) string {
	at, ok := l.Addr().(*net.TCPAddr)
	if ok && at.IP.IsUnspecified() {
		return fmt.Sprintf("http://localhost:%d/", at.Port)
	}
	return "http://" + l.Addr().String() + "/"
}

// minToken is how many characters a token needs at least.
const minToken = 16

// token is what every request needs: none on this machine alone unless one is given, and
// a new one where others could ask and none is given.
func (s *listening) token(l net.Listener) (token string, made bool, err error) {
	if s.tokenFile != "" {
		file, err := open(s.tokenFile)
		if err != nil {
			return "", false, err
		}
		defer file.Close()
		content, err := io.ReadAll(io.LimitReader(file, 4096))
		if err != nil {
			return "", false, err
		}
		line, _, _ := strings.Cut(string(content), "\n")
		if token = strings.TrimSpace(line); len(token) < minToken {
			return "", false, document.Hinted(fmt.Errorf("--token-file %s: the token has less than %d characters", s.tokenFile, minToken), fmt.Sprintf("openssl rand -hex 32 > %s", s.tokenFile))
		}
		return token, false, nil
	}
	if at, ok := l.Addr().(*net.TCPAddr); ok && at.IP.IsLoopback() {
		return "", false, nil
	}
	return rand.Text(), true, nil
}

// browse opens an address in the browser that the system takes.
func browse(address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = crash.Guard(cmd.Wait) }()
	return nil
}
