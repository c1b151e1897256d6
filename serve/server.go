package serve

import (
	"context"
	"errors"
	"log"
	"log/slog"
	"net"
	"net/http"
	"time"

	"golang.org/x/net/netutil"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/internal/crash"
	"github.com/dsaeval/dsaeval/serve/internal/api"
	"github.com/dsaeval/dsaeval/serve/internal/judge"
	"github.com/dsaeval/dsaeval/serve/internal/page"
	"github.com/dsaeval/dsaeval/serve/internal/store"
)

// Options say what is served, and to whom.
type Options struct {
	// Engine judges. Required.
	Engine *engine.Engine
	// Dir is the folder of the files of facts, Only the one file in it that is served;
	// empty for all of them.
	Dir, Only string
	// Token has to be sent with each request, as a bearer token or as the password of
	// basic authentication. Empty asks for none, which is for loopback alone.
	Token string
	// Hosts are the names, beside addresses and localhost, by which the server may be
	// asked: those of a proxy. Any other name is refused, because a page of a stranger
	// can let its own name lead here.
	Hosts []string
	// Log is told what goes wrong in the program; nil is silent.
	Log *slog.Logger
	// Today is the day with which a new file is dated; nil is that of the clock.
	Today func() time.Time
}

// Server answers requests. It is made by [New].
type Server struct {
	folder  *store.Folder
	handler http.Handler
	log     *slog.Logger
}

// New opens the folder and prepares the handlers. The error is that of the folder.
func New(o Options) (*Server, error) {
	if o.Engine == nil {
		return nil, engine.ErrNoEngine
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Today == nil {
		o.Today = time.Now
	}
	folder, err := store.Open(o.Dir, o.Only)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	judges := judge.New(o.Engine)
	pages := page.New(folder, judges, o.Log, o.Today)
	pages.Register(mux)
	handler := api.Register(mux, o.Engine, judges.Catalogue, o.Log)
	mux.HandleFunc("GET /", pages.Missing)
	return &Server{folder: folder, handler: guarded(handler, o), log: o.Log}, nil
}

// Handler answers requests, with all guards but the limits on slow clients, which are
// those of [Server.Run].
func (s *Server) Handler() http.Handler { return s.handler }

// The limits on clients. A slow one is cut off; a long answer, such as a stream of
// reports, extends its own deadlines as long as it gets on.
const (
	headerTime     = 5 * time.Second
	bodyTime       = time.Minute
	answerTime     = 2 * time.Minute
	idleTime       = 2 * time.Minute
	headerBytes    = 64 << 10
	connections    = 256
	requestsAtOnce = 64
)

// shutdownTime is how long requests may take to end: main ends two seconds after a signal.
var shutdownTime = 1500 * time.Millisecond

// Run answers until the context is done, and then lets the requests end that are under
// way: a save is not cut short. It closes the folder.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler: s.handler, ReadHeaderTimeout: headerTime, ReadTimeout: bodyTime, WriteTimeout: answerTime, IdleTimeout: idleTime,
		MaxHeaderBytes: headerBytes, ErrorLog: log.New(logWriter{s.log}, "", 0),
	}
	ended := make(chan error, 1)
	go func() {
		ended <- crash.Guard(func() error { return server.Serve(netutil.LimitListener(l, connections)) })
	}()
	select {
	case err := <-ended:
		return errors.Join(err, s.Close())
	case <-ctx.Done():
	}
	late, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
	defer cancel()
	if err := server.Shutdown(late); err != nil {
		_ = server.Close()
	}
	<-ended
	return s.Close() // waits for a save that is still under way
}

// Close closes the folder once saves have ended. [Server.Run] does so itself.
func (s *Server) Close() error { return s.folder.Close() }

// logWriter passes on what net/http has to say.
type logWriter struct{ log *slog.Logger }

func (w logWriter) Write(line []byte) (int, error) {
	w.log.Debug(string(line))
	return len(line), nil
}
