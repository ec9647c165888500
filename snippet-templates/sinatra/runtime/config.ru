# The program as a Rack application, for servers that load one.
require_relative 'app'

run Sinatra::Application
